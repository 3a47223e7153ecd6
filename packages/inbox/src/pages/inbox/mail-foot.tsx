import { Check, ChevronDown, Clock, Mail, TriangleAlert } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import type { Conversation } from '../../data/conversations.ts'
import { type MailOfPart, useMails } from '../../data/mails.ts'
import { Html } from '../../parts/html.tsx'
import { t } from '../../text/t.ts'
import { cx } from '../../ui/cx.ts'
import { MailSlot } from './mail-slot.tsx'

/** Has the parts of a conversation show the mails they came or left by: what was folded away, and whether it arrived. */
export function MailFeet({ conversation, children }: { conversation: Conversation; children: ReactNode }) {
  const mails = useMails(conversation)
  return (
    <MailSlot
      value={part => {
        const mail = mails.get(part.id.startsWith('source-') ? 'source' : part.id)
        return mail && (mail.direction === 'in' ? <CameBy mail={mail} /> : <LeftBy mail={mail} />)
      }}
    >
      {children}
    </MailSlot>
  )
}

function CameBy({ mail }: { mail: MailOfPart }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <div className="flex flex-col gap-1 text-faint text-sm">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="inline-flex items-center gap-1" title={addressesOf(mail)}>
          <Mail size={12} aria-hidden="true" />
          {t('inbox.byMail')}
          {mail.part_ids.length === 0 && mail.subject && (
            <bdi className="font-medium text-soft">{mail.subject}</bdi>
          )}
        </span>
        {mail.quoted && (
          <button
            type="button"
            aria-expanded={isOpen}
            onClick={() => setOpen(!isOpen)}
            className="inline-flex items-center gap-0.5 hover:text-ink"
          >
            <ChevronDown
              size={12}
              aria-hidden="true"
              className={cx('transition-transform', isOpen && 'rotate-180')}
            />
            {t('inbox.quoted')}
          </button>
        )}
      </p>
      {isOpen && mail.quoted && (
        <div className="rounded-md border-line border-s-2 ps-3 text-soft">
          <Html html={mail.quoted} />
        </div>
      )}
    </div>
  )
}

const addressesOf = ({ to, cc }: MailOfPart): string =>
  [...to, ...cc].map(({ address }) => address).join(', ')

const LeftBy = ({ mail }: { mail: MailOfPart }) => (
  <ul className="flex flex-col items-end gap-0.5 text-faint text-sm">
    {mail.part_ids.every(id => id === '0') && mail.subject && (
      <li className="inline-flex max-w-full items-center gap-1">
        <Mail size={12} aria-hidden="true" className="shrink-0" />
        <bdi className="break-words font-medium text-soft">{mail.subject}</bdi>
      </li>
    )}
    {mail.deliveries.map(({ address, status, error }) => (
      <li
        key={address}
        className={cx('inline-flex max-w-full items-center gap-1', isLost(status) && 'text-danger')}
        title={error ?? undefined}
      >
        {isLost(status) ? (
          <TriangleAlert size={12} aria-hidden="true" className="shrink-0" />
        ) : status === 'sent' ? (
          <Check size={12} aria-hidden="true" className="shrink-0" />
        ) : (
          <Clock size={12} aria-hidden="true" className="shrink-0" />
        )}
        <span className="break-words">
          {t(TEXTS[status], { address })}
          {isLost(status) && error && `: ${error}`}
        </span>
      </li>
    ))}
  </ul>
)

type Status = MailOfPart['deliveries'][number]['status']

const isLost = (status: Status): boolean => status === 'failed' || status === 'bounced'

const TEXTS = {
  pending: 'inbox.mailPending',
  kept: 'inbox.mailKept',
  sent: 'inbox.mailSent',
  failed: 'inbox.mailFailed',
  bounced: 'inbox.mailBounced',
} as const
