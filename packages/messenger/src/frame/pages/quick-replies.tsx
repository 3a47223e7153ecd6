import { post } from '../data/outbox.ts'
import { pageAddress } from '../data/place.ts'
import type { Part } from '../data/store.ts'
import { t } from '../text/t.ts'

/** Answers to pick from. */
export function QuickReplies({ id, offers }: { id: string; offers: Part['quick_replies'] }) {
  if (offers.length === 0) return null
  return (
    <fieldset class="quick-replies">
      <legend class="hidden">{t('quickReplies')}</legend>
      {offers.map(({ uuid, text }) => (
        <button
          key={uuid}
          type="button"
          dir="auto"
          onClick={() => post({ to: id, text, files: [], quickReply: uuid, url: pageAddress() })}
        >
          {text}
        </button>
      ))}
    </fieldset>
  )
}
