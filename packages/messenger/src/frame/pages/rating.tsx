import { messengerConversations } from '@guichet/contract/operations/messenger/conversations.ts'
import { useState } from 'preact/hooks'
import { call } from '../data/api.ts'
import { keepThread } from '../data/load.ts'
import type { Conversation } from '../data/store.ts'
import { Mood } from '../parts/mood.tsx'
import { type TextKey, t } from '../text/t.ts'

const RATINGS: TextKey[] = ['rate1', 'rate2', 'rate3', 'rate4', 'rate5']

/** How a conversation was that is over: a face, and words for whoever has some. */
export function Rating({
  thread: { id },
  rating,
}: {
  thread: Conversation
  rating: NonNullable<Conversation['rating']>
}) {
  const [remark, setRemark] = useState('')
  const [chosen, choose] = useState(rating.rating)
  const rate = async (body: { rating?: number; remark?: string }) => {
    if (body.rating !== undefined) choose(body.rating)
    keepThread(await call(messengerConversations.rate, { params: { id }, body }))
  }
  return (
    <section class="card rating" aria-labelledby="rating">
      <h2 id="rating">{t('rate')}</h2>
      <div class="rates">
        {RATINGS.map((name, at) => (
          <button
            key={name}
            type="button"
            aria-label={t(name)}
            title={t(name)}
            aria-pressed={chosen === at + 1}
            onClick={() => void rate({ rating: at + 1 }).catch(() => choose(rating.rating))}
          >
            <Mood mood={at} />
          </button>
        ))}
      </div>
      {rating.rating !== null && rating.remark === null && (
        <form
          class="inline-form"
          onSubmit={event => {
            event.preventDefault()
            if (remark.trim()) void rate({ remark: remark.trim() }).catch(() => {})
          }}
        >
          <input
            value={remark}
            placeholder={t('remark')}
            aria-label={t('remark')}
            maxLength={2000}
            onInput={event => setRemark(event.currentTarget.value)}
          />
          <button type="submit" class="primary" disabled={remark.trim() === ''}>
            {t('save')}
          </button>
        </form>
      )}
      <p role="status">{rating.remark !== null && t('rated')}</p>
    </section>
  )
}
