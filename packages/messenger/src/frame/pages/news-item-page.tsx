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
            <p class="meta">{dayOf(item.published_at)}</p>
            <Html html={item.body} />
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
