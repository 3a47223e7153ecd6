import { drop, retry } from '../data/outbox.ts'
import type { Part, Pending } from '../data/store.ts'
import { authorFace } from '../parts/face.tsx'
import { Html } from '../parts/html.tsx'
import { Icon } from '../parts/icon.tsx'
import { t, timeOf } from '../text/t.ts'

/** Something that was said. */
export function Message({ part, begins, ends }: { part: Part; begins: boolean; ends: boolean }) {
  const { author, body, attachments, redacted, created_at } = part
  const isOwn = author.kind === 'contact'
  const name = isOwn ? t('you') : (author.name ?? t('team'))
  return (
    <li class={isOwn ? 'message own' : 'message'}>
      {!isOwn && <span class="message-face">{ends && authorFace(part, 28)}</span>}
      <div class="message-body">
        <span class="hidden">{name}: </span>
        {(body || redacted) && (
          <div class={`bubble${begins ? ' begins' : ''}${ends ? ' ends' : ''}`}>
            {redacted ? <em>{t('redacted')}</em> : <Html html={body ?? ''} cards />}
          </div>
        )}
        {attachments.map(file => (
          <File key={file.url} file={file} />
        ))}
        {ends && (
          <p class="message-meta">
            {!isOwn && `${name}${author.kind === 'bot' ? ` · ${t('assistant')}` : ''} · `}
            <time dateTime={new Date(created_at * 1000).toISOString()}>{timeOf(created_at)}</time>
          </p>
        )}
      </div>
    </li>
  )
}

function File({ file: { name, url, content_type, width, height } }: { file: Part['attachments'][number] }) {
  const isPicture = content_type.startsWith('image/')
  return (
    <a class={isPicture ? 'picture' : 'file'} href={url} target="_blank" rel="noopener noreferrer">
      {isPicture ? (
        <img src={url} alt={name} loading="lazy" {...(width && height ? { width, height } : {})} />
      ) : (
        <>
          <Icon name="file" />
          <span dir="auto">{name}</span>
        </>
      )}
    </a>
  )
}

/** Something that is on its way, or did not get there. */
export function PendingMessage({ pending: { key, text, files, state, why } }: { pending: Pending }) {
  return (
    <li class="message own pending">
      <div class="message-body">
        <span class="hidden">{t('you')}: </span>
        {text && (
          <div class="bubble begins ends">
            <div class="html plain" dir="auto">
              {text}
            </div>
          </div>
        )}
        {files.map(({ name }) => (
          <span key={name} class="file">
            <Icon name="file" />
            <span dir="auto">{name}</span>
          </span>
        ))}
        <p class={state === 'failed' ? 'message-meta failed' : 'message-meta'} role="status">
          {state === 'failed' ? (
            <>
              {t('failed')} {why}{' '}
              <button type="button" onClick={() => retry(key)}>
                {t('tryAgain')}
              </button>{' '}
              <button type="button" onClick={() => drop(key)}>
                {t('discard')}
              </button>
            </>
          ) : (
            t(state)
          )}
        </p>
      </div>
    </li>
  )
}
