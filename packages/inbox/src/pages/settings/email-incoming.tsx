import { Link } from '@tanstack/react-router'
import { useIncomingMails, useTakeMailAgain } from '../../data/mails.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { fullTime } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'

const TONES: Record<string, Tone> = { accepted: 'accent', held: 'warning', failed: 'danger' }

const LABELS = {
  received: 'mail.received',
  accepted: 'mail.accepted',
  rejected: 'mail.rejected',
  duplicate: 'mail.duplicate',
  held: 'mail.held',
  failed: 'mail.failedToRead',
} as const

const AGAIN: ReadonlySet<string> = new Set(['rejected', 'held', 'failed'])

/** What came, and what became of it: nothing goes without a word. */
export function EmailIncoming() {
  const again = useTakeMailAgain()
  return (
    <Loaded query={useIncomingMails()}>
      {({ data }) =>
        data.length === 0 ? (
          <p className="text-faint">{t('mail.nothingCame')}</p>
        ) : (
          <ul aria-label={t('mail.incoming')}>
            {data
              .slice(0, 20)
              .map(({ id, sender, subject, status, reason, received_at, conversation_id }) => (
                <li key={id} className="flex items-start gap-3 border-line border-b py-2">
                  <div className="min-w-0 flex-1">
                    <p className="truncate font-medium" dir="auto">
                      {conversation_id === null ? (
                        subject || t('mail.noSubject')
                      ) : (
                        <Link to="/conversations/$id" params={{ id: conversation_id }}>
                          {subject || t('mail.noSubject')}
                        </Link>
                      )}
                    </p>
                    <p className="truncate text-faint text-sm">
                      {[sender, fullTime(received_at)].filter(Boolean).join(' · ')}
                    </p>
                    {reason && <p className="text-soft text-sm">{reason}</p>}
                  </div>
                  <Badge tone={TONES[status] ?? 'neutral'}>{t(LABELS[status])}</Badge>
                  {AGAIN.has(status) && (
                    <Button
                      size="sm"
                      look="quiet"
                      aria-label={`${t('mail.again')}: ${subject || sender}`}
                      onClick={() => again.mutate({ params: { id } })}
                    >
                      {t('mail.again')}
                    </Button>
                  )}
                </li>
              ))}
          </ul>
        )
      }
    </Loaded>
  )
}
