import { Languages } from 'lucide-react'
import { Html } from '../../parts/html.tsx'
import { languageName } from '../../parts/language-name.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import type { Preview, ReplyTranslation } from './use-reply-translation.ts'

/** Under what is written: what will be sent, before it is. What the service does not do is said, and can be gone without. */
export function ReplyPreview({
  language,
  preview,
  html,
  onAsk,
  onSendAsWritten,
}: {
  language: string
  preview: Preview
  /** What is written now. */
  html: string
  onAsk: () => void
  onSendAsWritten: () => void
}) {
  const name = languageName(language)
  const isStale = preview.state === 'there' && preview.of !== html
  return (
    <section
      aria-label={t('translations.reply', { language: name })}
      aria-busy={preview.state === 'busy'}
      className="mx-4 my-1.5 max-h-[30vh] overflow-y-auto rounded-md border border-line bg-sunken px-3 py-2"
    >
      <p className="flex items-center gap-1.5 font-medium text-faint text-sm">
        <Languages size={12} aria-hidden="true" className="shrink-0" />
        {t('translations.reply', { language: name })}
      </p>
      {preview.state === 'there' && (
        <div
          lang={preview.locale}
          dir="auto"
          className={isStale ? 'mt-1 text-md opacity-50' : 'mt-1 text-md'}
        >
          <Html html={preview.body} />
        </div>
      )}
      <div role="status" className="text-soft text-sm">
        {preview.state === 'none' && t('translations.replyHint', { language: name })}
        {preview.state === 'busy' && t('translations.translating')}
        {preview.state === 'failed' && (
          <span className="text-danger">{t('translations.replyFailed', { reason: preview.reason })}</span>
        )}
        {isStale && t('translations.stale')}
      </div>
      {(preview.state === 'failed' || preview.state === 'busy') && (
        <div className="mt-1.5 flex flex-wrap gap-2">
          {preview.state === 'failed' && (
            <Button size="sm" onClick={onAsk}>
              {t('app.retry')}
            </Button>
          )}
          <Button size="sm" look="quiet" onClick={onSendAsWritten}>
            {t('translations.sendAsWritten')}
          </Button>
        </div>
      )}
    </section>
  )
}

/** Turns translating replies on and off. */
export const TranslateToggle = ({
  language,
  isOn,
  toggle,
}: Pick<ReplyTranslation, 'language' | 'isOn' | 'toggle'>) =>
  language !== undefined && (
    <IconButton
      size="sm"
      label={t('translations.into', { language: languageName(language) })}
      icon={<Languages size={15} aria-hidden="true" />}
      aria-pressed={isOn}
      onClick={toggle}
      className={isOn ? 'bg-pressed text-ink' : ''}
    />
  )
