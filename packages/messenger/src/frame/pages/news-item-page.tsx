import { messengerContent } from '@guichet/contract/operations/messenger/content.ts'
import { call } from '../data/api.ts'
import { keepNews } from '../data/load.ts'
import type { News } from '../data/store.ts'
import { useStore } from '../data/use-store.ts'
import { Head } from '../parts/head.tsx'
import { Html } from '../parts/html.tsx'
import { Empty, Loading } from '../parts/states.tsx'
import { dayOf, t } from '../text/t.ts'

export function NewsItemPage({ id }: { id: string }) {
  const { newsItems, missing } = useStore()
  const item = newsItems[id]
  return (
    <>
      <Head title={t('news')} />
      <div class="scroll padded">
        {item ? (
          <article class="reading">
            {item.cover_image_url && <img class="cover" src={item.cover_image_url} alt="" />}
            {item.labels.map(label => (
              <span key={label} class="label">
                {label}
              </span>
            ))}
            <h2 dir="auto">{item.title}</h2>
            <p class="meta">
              {item.author} · {dayOf(item.published_at)}
            </p>
            <Html html={item.body} />
            {item.reactions.length > 0 && <Reactions item={item} />}
          </article>
        ) : missing[`newsItem ${id}`] ? (
          <Empty title={t('gone')} />
        ) : (
          <Loading />
        )}
      </div>
    </>
  )
}

/** How one feels about it: once more on the same takes it back. */
const Reactions = ({ item }: { item: News }) => (
  <section class="opinion" aria-labelledby="reactions">
    <h3 id="reactions">{t('react')}</h3>
    <div class="reactions">
      {item.reactions.map(reaction => (
        <button
          key={reaction}
          type="button"
          aria-label={t('reactWith', { reaction })}
          aria-pressed={item.reaction === reaction}
          onClick={() => void react(item, item.reaction === reaction ? null : reaction)}
        >
          {reaction}
        </button>
      ))}
    </div>
  </section>
)

async function react(item: News, reaction: string | null): Promise<void> {
  keepNews({ ...item, reaction })
  await call(messengerContent.newsReaction, { params: { id: item.id }, body: { reaction } }).then(
    keepNews,
    () => keepNews(item),
  )
}
