import { messengerSettings } from '@guichet/contract/operations/inbox/messenger-settings.ts'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { queryOf } from '../../data/query-of.ts'
import { t } from '../../text/t.ts'
import { cx } from '../../ui/cx.ts'
import type { BannerFields } from './banner-fields.tsx'
import { inkOn } from './ink.ts'
import { wordsOf } from './words.ts'

/** A page with the banner on it, as it is being written. */
export function BannerPreview({ fields }: { fields: BannerFields }) {
  const settings = useQuery({ ...queryOf(messengerSettings.find, {}), staleTime: 60_000 })
  const color = settings.data?.color ?? '#0b6b57'
  const floats = fields.style === 'floating'
  const bar = (
    <div
      ref={element => {
        // The policy of the page takes no style attributes; what is set by script is none.
        element?.style.setProperty('background', color)
        element?.style.setProperty('color', inkOn(color))
      }}
      dir="auto"
      className={cx(
        'relative flex flex-wrap items-center justify-center gap-x-3 gap-y-2 px-10 py-2 text-center text-sm',
        floats && 'mx-auto my-2 w-[92%] rounded-xl shadow-lg',
      )}
    >
      <span className="min-w-0 break-words">
        {fields.title && <b className="font-semibold">{fields.title} </b>}
        {wordsOf(fields.body).map(({ text, bold, link }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: words have no other name
          <span key={at} className={cx(bold && 'font-semibold', link && 'underline')}>
            {text}
          </span>
        ))}
      </span>
      {fields.action === 'link' && fields.label && (
        <span
          ref={element => {
            element?.style.setProperty('background', inkOn(color))
            element?.style.setProperty('color', color)
          }}
          className="rounded-full px-3 py-1 font-semibold"
        >
          {fields.label}
        </span>
      )}
      {fields.action === 'reaction' && <span className="text-lg">{fields.reactions}</span>}
      {fields.dismissible && (
        <X size={14} aria-label={t('outbound.dismiss')} className="absolute inset-e-3" />
      )}
    </div>
  )
  return (
    <section aria-label={t('outbound.preview')} className="flex flex-col gap-2">
      <h2 className="font-medium">{t('outbound.preview')}</h2>
      <div
        className={cx(
          'relative flex h-64 flex-col overflow-hidden rounded-xl border border-line bg-sunken',
          fields.position === 'bottom' && !floats && 'flex-col-reverse',
        )}
      >
        {floats ? (
          <div className={cx('absolute inset-x-0 z-1', fields.position === 'top' ? 'top-0' : 'bottom-0')}>
            {bar}
          </div>
        ) : (
          bar
        )}
        <div aria-hidden="true" className="flex flex-1 flex-col gap-3 p-6">
          <div className="h-4 w-32 rounded-sm bg-line-strong" />
          <div className="h-3 w-3/4 rounded-sm bg-line" />
          <div className="h-3 w-2/3 rounded-sm bg-line" />
          <div className="mt-2 grid flex-1 grid-cols-3 gap-3">
            <div className="rounded-lg bg-line" />
            <div className="rounded-lg bg-line" />
            <div className="rounded-lg bg-line" />
          </div>
        </div>
      </div>
    </section>
  )
}
