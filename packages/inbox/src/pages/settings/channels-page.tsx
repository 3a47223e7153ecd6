import { Link } from '@tanstack/react-router'
import { Mail, MessageCircle, Send } from 'lucide-react'
import type { ReactNode } from 'react'
import { type Channels, type Mailbox, useChannels, useMailboxes } from '../../data/running.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { inWords } from '../../text/format.ts'
import { type PlainKey, t } from '../../text/t.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { GuardedPage } from './guarded-page.tsx'

/** The ways customers reach the workspace, a card each, and what is on its way out. */
export const ChannelsPage = () => (
  <GuardedPage
    permission="manage_workspace"
    title={t('messengers.channels')}
    says={t('messengers.channelsSays')}
  >
    <Loaded query={useChannels()}>
      {channels => (
        <ul aria-label={t('messengers.channels')} className="flex flex-col gap-3">
          <MessengerCard messenger={channels.messenger} />
          <EmailCard />
          <OutboxCard outbox={channels.outbox} />
        </ul>
      )}
    </Loaded>
  </GuardedPage>
)

type State = 'working' | 'notWorking' | 'notSetUp'

const STATES: Record<State, { label: PlainKey; tone: Tone }> = {
  working: { label: 'messengers.working', tone: 'accent' },
  notWorking: { label: 'messengers.notWorking', tone: 'danger' },
  notSetUp: { label: 'messengers.notSetUp', tone: 'neutral' },
}

const Card = ({
  icon,
  title,
  state,
  aside,
  children,
}: {
  icon: ReactNode
  title: string
  state: State
  aside?: ReactNode
  children: ReactNode
}) => (
  <li className="flex flex-wrap items-start gap-3 rounded-lg border border-line bg-raised p-4 shadow-sm">
    <span className="flex size-9 shrink-0 items-center justify-center rounded-md bg-accent-soft text-accent-strong">
      {icon}
    </span>
    <div className="min-w-0 flex-1 basis-52">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="font-semibold text-md">{title}</h2>
        <Badge tone={STATES[state].tone}>{t(STATES[state].label)}</Badge>
      </div>
      <div className="mt-1 text-soft">{children}</div>
    </div>
    {aside}
  </li>
)

const MessengerCard = ({ messenger: { last_seen_at, people } }: { messenger: Channels['messenger'] }) => (
  <Card
    icon={<MessageCircle size={18} aria-hidden="true" />}
    title={t('messengers.messenger')}
    state={last_seen_at === null ? 'notSetUp' : 'working'}
    aside={
      <Link to="/settings/messenger" className={buttonClass()}>
        {t('messengers.setUp')}
      </Link>
    }
  >
    {last_seen_at === null ? (
      <p>{t('messengers.notInstalled')}</p>
    ) : (
      <>
        <p>{t('messengers.installed', { time: inWords(last_seen_at) })}</p>
        <p>{t('messengers.sessionsOfMonth', { count: people })}</p>
      </>
    )}
  </Card>
)

const EmailCard = () => (
  <Loaded query={useMailboxes()}>
    {({ data }) => (
      <Card
        icon={<Mail size={18} aria-hidden="true" />}
        title={t('messengers.email')}
        state={data.length === 0 ? 'notSetUp' : data.some(({ fault }) => fault) ? 'notWorking' : 'working'}
        aside={
          <Link to="/settings/email" className={buttonClass()}>
            {t('messengers.setUp')}
          </Link>
        }
      >
        {data.length === 0 && <p>{t('messengers.emailNone')}</p>}
        <ul>
          {data.map(mailbox => (
            <li key={mailbox.id} className="flex flex-wrap gap-x-2">
              <bdi className="truncate font-medium text-ink">{mailbox.address}</bdi>
              <span className={mailbox.fault ? 'text-danger' : undefined}>{stateOf(mailbox)}</span>
            </li>
          ))}
        </ul>
      </Card>
    )}
  </Loaded>
)

function stateOf({ fault, last_received_at }: Mailbox): string {
  if (fault) return t('messengers.emailFault', { reason: fault })
  return last_received_at === null
    ? t('messengers.emailWaiting')
    : t('messengers.emailSeen', { time: inWords(last_received_at) })
}

const OutboxCard = ({ outbox }: { outbox: Channels['outbox'] }) => (
  <Card
    icon={<Send size={18} aria-hidden="true" />}
    title={t('messengers.outbox')}
    state={outbox.failed > 0 ? 'notWorking' : outbox.kept > 0 ? 'notSetUp' : 'working'}
  >
    <p>{t('messengers.outboxSays')}</p>
    <p className="flex flex-wrap gap-x-3">
      <span>
        {t('messengers.waiting', { count: outbox.waiting })} ·{' '}
        {t('messengers.sentOfWeek', { count: outbox.sent })}
      </span>
      {outbox.failed > 0 && (
        <span className="text-danger">{t('messengers.failedOfWeek', { count: outbox.failed })}</span>
      )}
      {outbox.kept > 0 && <span>{t('messengers.keptHere', { count: outbox.kept })}</span>}
    </p>
    {outbox.failed > 0 && outbox.last_fault && (
      <p className="break-words">{t('messengers.lastFault', { reason: outbox.last_fault })}</p>
    )}
  </Card>
)
