import { messengerContent } from '@guichet/contract/operations/messenger/content.ts'
import { useState } from 'preact/hooks'
import { call } from '../data/api.ts'
import { writeNew } from '../data/go.ts'
import { useStore } from '../data/use-store.ts'
import { Head } from '../parts/head.tsx'
import { Html } from '../parts/html.tsx'
import { Icon } from '../parts/icon.tsx'
import { Mood } from '../parts/mood.tsx'
import { Empty, Loading } from '../parts/states.tsx'
import { dayOf, t } from '../text/t.ts'

export function ArticlePage({ id }: { id: string }) {
  const { articles, missing } = useStore()
  const article = articles[id]
  return (
    <>
      <Head title={t('help')} />
      <div class="scroll padded">
        {article ? (
          <article class="reading" lang={article.locale}>
            <h2 dir="auto">{article.title}</h2>
            <p class="meta">
              {t('by', { name: article.author, date: dayOf(article.updated_at) })}
              {article.url && (
                <a href={article.url} target="_blank" rel="noopener noreferrer" aria-label={t('openInTab')}>
                  <Icon name="out" />
                </a>
              )}
            </p>
            <Html html={article.body} />
            <Opinion id={id} />
          </article>
        ) : missing[`article ${id}`] ? (
          <Empty title={t('gone')} />
        ) : (
          <Loading />
        )}
      </div>
    </>
  )
}

const OPINIONS = [
  ['sad', 1],
  ['neutral', 2],
  ['happy', 4],
] as const

function Opinion({ id }: { id: string }) {
  const [chosen, choose] = useState<string>()
  return (
    <section class="opinion" aria-labelledby="opinion">
      <h3 id="opinion">{t('didHelp')}</h3>
      <div class="rates">
        {OPINIONS.map(([opinion, mood]) => (
          <button
            key={opinion}
            type="button"
            aria-label={t(opinion)}
            aria-pressed={chosen === opinion}
            onClick={() => {
              choose(opinion)
              void call(messengerContent.opinion, { params: { id }, body: { opinion } }).catch(() =>
                choose(undefined),
              )
            }}
          >
            <Mood mood={mood} />
          </button>
        ))}
      </div>
      <p role="status">{chosen && t('rated')}</p>
      {(chosen === 'sad' || chosen === 'neutral') && (
        <button type="button" class="quiet" onClick={() => writeNew()}>
          {t('writeUs')}
        </button>
      )}
    </section>
  )
}
