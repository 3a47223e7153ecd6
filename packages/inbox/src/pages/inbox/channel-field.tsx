import { Mail, MessageCircle } from 'lucide-react'
import type { FirstChannel, Hindrance } from '../../data/first-messages.ts'
import { t } from '../../text/t.ts'
import { cx } from '../../ui/cx.ts'

/** By which channel one writes, and why one of them cannot be chosen. */
export const ChannelField = ({
  channel,
  hindrance,
  onChoose,
}: {
  channel: FirstChannel
  /** What stands against an e-mail. */
  hindrance: Hindrance | null
  onChoose: (channel: FirstChannel) => void
}) => (
  <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1 py-2">
    <fieldset aria-label={t('compose.channel')} className="flex gap-0.5 rounded-md bg-sunken p-0.5">
      {(
        [
          { value: 'inapp', label: t('compose.messenger'), Icon: MessageCircle },
          { value: 'email', label: t('compose.email'), Icon: Mail },
        ] as const
      ).map(({ value, label, Icon }) => (
        <button
          key={value}
          type="button"
          aria-pressed={channel === value}
          disabled={value === 'email' && hindrance !== null}
          onClick={() => onChoose(value)}
          className={cx(
            'flex h-6.5 items-center gap-1.5 rounded-sm px-2.5 text-sm transition-colors disabled:opacity-50',
            channel === value
              ? 'bg-raised font-medium text-ink shadow-sm'
              : 'text-soft enabled:hover:text-ink',
          )}
        >
          <Icon size={13} aria-hidden="true" />
          {label}
        </button>
      ))}
    </fieldset>
    {hindrance !== null && <p className="min-w-0 text-faint text-sm">{t(`compose.${hindrance}`)}</p>}
  </div>
)
