import { FileText, Lock, Sparkles, Trash2 } from 'lucide-react'
import { memo, useContext } from 'react'
import type { Attachment, Part } from '../../data/conversations.ts'
import { isPending } from '../../data/replies.ts'
import { Html } from '../../parts/html.tsx'
import { calledAuthor } from '../../text/called.ts'
import { clockTime, fileSize, fullTime } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { cx } from '../../ui/cx.ts'
import { MailSlot } from './mail-slot.tsx'
import { TranslationSlot } from './translation-slot.tsx'

type Voice = 'customer' | 'team' | 'note'

const BUBBLES: Record<Voice, string> = {
  customer: 'bg-sunken',
  team: 'bg-accent-soft',
  note: 'bg-note border border-note-line',
}

/** Something that was said: by the customer at the start side, by the team at the other; notes look like notes. */
export const Message = memo(function Message({
  part,
  isFollowing,
  isFound,
  onRedact,
}: {
  part: Part
  isFollowing: boolean
  /** Whether it is what was looked for. */
  isFound: boolean
  /** Takes its words away; not there for who may not. */
  onRedact?: ((part: Part) => void) | undefined
}) {
  const voice = voiceOf(part)
  const name = calledAuthor(part.author)
  const isOurs = voice !== 'customer'
  const shown = useContext(TranslationSlot)(part)
  return (
    <li
      data-part={part.id}
      tabIndex={isFound ? -1 : undefined}
      className={cx(
        'group flex gap-2.5 outline-none',
        isFollowing ? 'mt-1' : 'mt-4',
        isOurs && 'flex-row-reverse',
      )}
    >
      {isFollowing ? <span className="w-7 shrink-0" /> : <Avatar name={name} />}
      <div className={cx('flex min-w-0 max-w-[min(85%,34rem)] flex-col gap-1', isOurs && 'items-end')}>
        {!isFollowing && (
          <div className="flex flex-wrap items-center gap-2 text-sm">
            <span className="font-medium">{name}</span>
            {voice === 'note' && (
              <span className="text-note-ink" title={t('inbox.internalNote')}>
                <Lock size={12} role="img" aria-label={t('inbox.internalNote')} />
              </span>
            )}
            {part.author.from_ai_agent && (
              <Badge tone="info" icon={<Sparkles size={11} aria-hidden="true" />}>
                {t('inbox.aiAnswer')}
              </Badge>
            )}
            <Time at={part.created_at} />
          </div>
        )}
        <div
          className={cx(
            'relative w-fit max-w-full rounded-xl px-3.5 py-2 text-md',
            BUBBLES[voice],
            isFound && 'outline-2 outline-focus outline-offset-2',
            isPending(part) && 'opacity-60',
          )}
        >
          {part.redacted ? (
            <p className="text-faint italic">{t('inbox.redacted')}</p>
          ) : (
            part.body && (
              <div lang={shown?.lang}>
                <Html html={shown?.html ?? part.body} />
              </div>
            )
          )}
          <Attachments files={part.attachments} />
          {onRedact && isRedactable(part) && (
            <button
              type="button"
              aria-label={t('inbox.redactOf', { name })}
              title={t('inbox.redact')}
              onClick={() => onRedact(part)}
              className={cx(
                'absolute top-1.5 flex size-6 items-center justify-center rounded-md text-faint opacity-0 hover:bg-hover hover:text-danger focus-visible:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100',
                isOurs ? 'inset-e-full me-1' : 'inset-s-full ms-1',
              )}
            >
              <Trash2 size={13} aria-hidden="true" />
            </button>
          )}
        </div>
        {shown?.foot}
        {useContext(MailSlot)(part)}
        {isPending(part) && <span className="text-faint text-sm">{t('inbox.sending')}</span>}
      </div>
    </li>
  )
})

/** There are words to take away; of what a conversation began with, only a customer's. */
const isRedactable = (part: Part): boolean =>
  Boolean(part.body) &&
  !part.redacted &&
  !isPending(part) &&
  (!part.id.startsWith('source-') || voiceOf(part) === 'customer')

const Time = ({ at }: { at: number }) => (
  <time dateTime={new Date(at * 1000).toISOString()} title={fullTime(at)} className="text-faint">
    {clockTime(at)}
  </time>
)

function voiceOf(part: Part): Voice {
  if (part.part_type === 'note') return 'note'
  return ['admin', 'bot', 'team'].includes(part.author.type) ? 'team' : 'customer'
}

/** What came with words. */
export const Attachments = ({ files }: { files: Attachment[] }) =>
  files.length > 0 && (
    <ul className="mt-2 flex flex-col gap-1.5 first:mt-0">
      {files.map(file => (
        <li key={file.url + file.name}>
          {file.content_type.startsWith('image/') && file.url !== '' ? (
            <a href={file.url} target="_blank" rel="noopener noreferrer">
              <img
                src={file.url}
                alt={file.name}
                loading="lazy"
                width={file.width ?? undefined}
                height={file.height ?? undefined}
                className="h-auto max-h-80 w-auto max-w-full rounded-md"
              />
            </a>
          ) : (
            <a
              href={file.url || undefined}
              target="_blank"
              rel="noopener noreferrer"
              aria-label={t('inbox.download', { name: file.name })}
              className="flex items-center gap-2 rounded-md border border-line bg-surface px-2.5 py-1.5 hover:border-line-strong"
            >
              <FileText size={16} aria-hidden="true" className="shrink-0 text-faint" />
              <span className="min-w-0 truncate text-base">{file.name}</span>
              {file.filesize > 0 && (
                <span className="shrink-0 text-faint text-sm">{fileSize(file.filesize)}</span>
              )}
            </a>
          )}
        </li>
      ))}
    </ul>
  )
