import { Plus, TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useMay } from '../../data/me.ts'
import { useReplyAside, useSideConversation, useSideConversations } from '../../data/thread-acts.ts'
import { Html } from '../../parts/html.tsx'
import { SideSection } from '../../parts/side-section.tsx'
import { fullTime, shortAgo } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { isPress } from '../../ui/keys.ts'
import { Textarea } from '../../ui/textarea.tsx'
import { Attachments } from './message.tsx'

const AsideDialog = lazy(async () => ({ default: (await import('./aside-dialog.tsx')).AsideDialog }))

/** What the team says aside of a conversation, with colleagues and people outside; the customer sees none of it. */
export function Asides({ id }: { id: string }) {
  const [isStarting, setStarting] = useState(false)
  const [openId, setOpenId] = useState<string>()
  const mayWrite = useMay('write_conversations')
  const all = useSideConversations(id)
  if (all.length === 0 && !mayWrite) return null
  return (
    <SideSection
      title={t('desk.asides')}
      aside={
        mayWrite && (
          <IconButton
            size="sm"
            label={t('desk.startAside')}
            icon={<Plus size={14} aria-hidden="true" />}
            onClick={() => setStarting(true)}
          />
        )
      }
    >
      <ul className="flex flex-col gap-1.5">
        {all.map(({ side_conversation_id: aside }) => (
          <Aside
            key={aside}
            id={aside}
            isOpen={openId === aside}
            onToggle={() => setOpenId(openId === aside ? undefined : aside)}
            mayWrite={mayWrite}
          />
        ))}
      </ul>
      <Suspense>
        {isStarting && (
          <AsideDialog conversationId={id} onClose={() => setStarting(false)} onStarted={setOpenId} />
        )}
      </Suspense>
    </SideSection>
  )
}

function Aside({
  id,
  isOpen,
  onToggle,
  mayWrite,
}: {
  id: string
  isOpen: boolean
  onToggle: () => void
  mayWrite: boolean
}) {
  const aside = useSideConversation(id)
  if (!aside) return null
  const isAnswered = aside.conversation_parts.at(-1)?.author.type === 'user'
  const unreached = aside.participants.filter(({ fault }) => fault !== null)
  const with_ = aside.participants.map(({ name, email }) => name || email).join(', ')
  return (
    <li className="rounded-md border border-line">
      <button
        type="button"
        aria-expanded={isOpen}
        onClick={onToggle}
        className="flex min-h-8 w-full items-center gap-2 rounded-md px-2.5 py-1 text-start hover:bg-hover"
      >
        <span dir="auto" className="min-w-0 flex-1 truncate font-medium">
          {aside.subject || with_ || t('desk.asides')}
        </span>
        {isAnswered && !isOpen && <Badge tone="accent">{t('desk.asideAnswered')}</Badge>}
        <span className="text-faint text-sm">{shortAgo(aside.updated_at)}</span>
      </button>
      {isOpen && (
        <div className="flex flex-col gap-2.5 border-line border-t px-2.5 py-2">
          {with_ && <p className="text-faint text-sm">{t('desk.asideWith', { names: with_ })}</p>}
          {unreached.map(({ email, fault }) => (
            <p key={email} title={fault ?? ''} className="flex items-center gap-1.5 text-danger text-sm">
              <TriangleAlert size={13} aria-hidden="true" className="shrink-0" />
              <span className="min-w-0 break-words">{t('desk.asideUnreached', { email })}</span>
            </p>
          ))}
          {aside.conversation_parts.map(part => (
            <div key={part.id}>
              <p className="flex justify-between gap-2 text-sm">
                <span dir="auto" className="min-w-0 truncate font-medium">
                  {part.author.name || part.author.email}
                </span>
                <time title={fullTime(part.created_at)} className="text-faint">
                  {shortAgo(part.created_at)}
                </time>
              </p>
              <Html html={part.body ?? ''} />
              <Attachments files={part.attachments} />
            </div>
          ))}
          {mayWrite && <ReplyAside id={id} />}
        </div>
      )}
    </li>
  )
}

function ReplyAside({ id }: { id: string }) {
  const [text, setText] = useState('')
  const reply = useReplyAside(id)
  const submit = () => text.trim() && reply.mutate(text.trim(), { onSuccess: () => setText('') })
  return (
    <div className="flex flex-col items-end gap-2">
      <Field label={t('desk.replyAside')} labelHidden className="w-full">
        <Textarea
          rows={1}
          value={text}
          placeholder={t('desk.replyAside')}
          onChange={event => setText(event.target.value)}
          onKeyDown={event => {
            if (isPress(event, 'mod+enter')) submit()
          }}
          className="min-h-8"
        />
      </Field>
      {text.trim() !== '' && (
        <Button size="sm" busy={reply.isPending} onClick={submit}>
          {t('inbox.send')}
        </Button>
      )}
    </div>
  )
}
