import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { markRead } from '../data/load.ts'
import type { Conversation, Part, Pending } from '../data/store.ts'
import { useStore } from '../data/use-store.ts'
import { Face } from '../parts/face.tsx'
import { Head } from '../parts/head.tsx'
import { Empty, Loading } from '../parts/states.tsx'
import { dayOf, t } from '../text/t.ts'
import { Composer } from './composer.tsx'
import { EmailCard } from './email-card.tsx'
import { FormCard } from './form-card.tsx'
import { presence } from './home-page.tsx'
import { Message, PendingMessage } from './message.tsx'
import { QuickReplies } from './quick-replies.tsx'
import { Rating } from './rating.tsx'

/** A conversation or ticket: what was said, and room to say more. */
export function ConversationPage({ id }: { id: string }) {
  const { threads, outbox, typing, home, contact, settings, missing, visible } = useStore()
  const thread = threads[id]
  const pending = outbox.filter(({ to }) => to === id)
  const isNew = id.startsWith('new:')
  const parts = (thread?.parts ?? []).filter(isSeen)
  const last = thread?.parts?.findLast(({ state }) => state === null)
  const lastId = last?.id
  useEffect(() => {
    if (thread?.unread && visible) void markRead(id).catch(() => {})
  }, [thread?.unread, lastId, visible, id])
  const teammate = parts.findLast(({ author }) => author.kind !== 'contact')
  const form = parts.findLast(part => part.form && !part.form.answered && part.form.fields.length > 0)
  const asksEmail =
    settings?.asks_for_email &&
    contact?.role === 'lead' &&
    contact.email === null &&
    parts.length > 0 &&
    !form?.form?.fields.some(({ name }) => name === 'email')
  return (
    <>
      <Head
        title={thread?.ticket?.title ?? teammate?.author.name ?? home?.workspace_name ?? t('newConversation')}
      >
        {home && <p class="presence">{presence(home)}</p>}
      </Head>
      {thread?.ticket && <TicketState thread={thread} />}
      <Scroll stamp={`${lastId} ${pending.length} ${typing[id] ?? ''} ${thread?.rating !== null}`}>
        {missing[`conversation ${id}`] ? (
          <Empty title={t('gone')} />
        ) : !thread && !isNew && pending.length === 0 ? (
          <Loading />
        ) : (
          <>
            {isNew && pending.length === 0 && (
              <Empty icon="messages" title={t('introduction')} {...(home && { hint: presence(home) })} />
            )}
            <div role="log" aria-label={t('messages')}>
              <ol class="thread">
                <Parts parts={parts} />
                {pending.map(each => (
                  <PendingMessage key={each.key} pending={each} />
                ))}
              </ol>
            </div>
            <QuickReplies id={id} offers={waitsFor(pending) ? [] : (last?.quick_replies ?? [])} />
            {form?.form && <FormCard key={form.id} id={id} partId={form.id} form={form.form} />}
            {asksEmail && <EmailCard />}
            {thread?.rating && <Rating key={id} thread={thread} rating={thread.rating} />}
            {thread && !thread.open && !thread.ticket && <p class="event">{t('closed')}</p>}
            {typing[id] !== undefined && <Typing name={typing[id]} />}
          </>
        )}
      </Scroll>
      {!missing[`conversation ${id}`] && <Composer key={isNew ? 'new' : id} id={id} />}
    </>
  )
}

/** Offers of answers stand below what was said, not among it. */
const isSeen = ({ body, attachments, redacted, state }: Part): boolean =>
  redacted || !!body || attachments.length > 0 || state !== null

const waitsFor = (pending: Pending[]): boolean => pending.some(({ quickReply }) => quickReply !== undefined)

/** What was said, by day and by who said it. */
function Parts({ parts }: { parts: Part[] }) {
  return (
    <>
      {parts.map((part, at) => {
        const before = parts[at - 1]
        const after = parts[at + 1]
        const day = dayOf(part.created_at)
        return [
          (!before || dayOf(before.created_at) !== day) && (
            <li key={`day ${part.id}`} class="day">
              {day}
            </li>
          ),
          part.state !== null ? (
            <li key={part.id} class="event">
              {t('ticketMoved', { state: part.state })}
            </li>
          ) : (
            <Message
              key={part.id}
              part={part}
              begins={!before || !follows(before, part)}
              ends={!after || !follows(part, after)}
            />
          ),
        ]
      })}
    </>
  )
}

/** Whether two messages are of one breath. */
const follows = (one: Part, next: Part): boolean =>
  one.state === null &&
  next.state === null &&
  one.author.kind === next.author.kind &&
  one.author.id === next.author.id &&
  next.created_at - one.created_at < 300

/** What somebody reads stays where it is, and what is new is shown to whoever is at the end. */
function Scroll({ stamp, children }: { stamp: string; children: ComponentChildren }) {
  const place = useRef<HTMLDivElement>(null)
  const atEnd = useRef(true)
  useEffect(() => {
    const { current } = place
    if (!current) return
    const toEnd = () => atEnd.current && current.scrollTo({ top: current.scrollHeight })
    toEnd()
    const grows = new ResizeObserver(toEnd)
    for (const each of [current, ...current.children]) grows.observe(each)
    return () => grows.disconnect()
  }, [stamp])
  return (
    <div
      class="scroll conversation"
      ref={place}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        atEnd.current = scrollHeight - scrollTop - clientHeight < 60
      }}
    >
      {children}
    </div>
  )
}

/** How a ticket stands, and what was filled in of it. */
const TicketState = ({ thread: { ticket, facts = [] } }: { thread: Conversation }) =>
  ticket && (
    <details class="ticket">
      <summary>
        <span class={ticket.resolved ? 'label done' : 'label'}>{ticket.state || t('ticketState')}</span>
        <span dir="auto">{ticket.kind}</span> <small>#{ticket.number}</small>
      </summary>
      {ticket.description && (
        <p class="plain" dir="auto">
          {ticket.description}
        </p>
      )}
      {facts.length > 0 && (
        <dl>
          {facts.map(({ label, value }) => [
            <dt key={`${label} name`} dir="auto">
              {label}
            </dt>,
            <dd key={label} dir="auto">
              {value}
            </dd>,
          ])}
        </dl>
      )}
    </details>
  )

const Typing = ({ name }: { name: string }) => (
  <div class="typing" role="status">
    <span class="hidden">{t('typing', { name })}</span>
    <Face name={name} avatar={null} size={28} />
    <span class="bubble dots" aria-hidden="true">
      <i />
      <i />
      <i />
    </span>
  </div>
)
