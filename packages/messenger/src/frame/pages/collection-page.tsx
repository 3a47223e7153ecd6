import { go } from '../data/go.ts'
import type { Collection } from '../data/store.ts'
import { useStore } from '../data/use-store.ts'
import { Head } from '../parts/head.tsx'
import { Icon } from '../parts/icon.tsx'
import { ArticleLine } from '../parts/lines.tsx'
import { Empty, Loading } from '../parts/states.tsx'
import { t } from '../text/t.ts'

export function CollectionPage({ id }: { id: string }) {
  const { collections } = useStore()
  const collection = collections?.find(each => each.id === id)
  const inside = collections?.filter(each => each.parent_id === id) ?? []
  return (
    <>
      <Head title={collection?.name ?? t('help')} />
      <div class="scroll">
        {!collections ? (
          <Loading />
        ) : !collection ? (
          <Empty title={t('gone')} />
        ) : (
          <>
            {collection.description && (
              <p class="lead" dir="auto">
                {collection.description}
              </p>
            )}
            <ul class="list">
              {inside.map(each => (
                <li key={each.id}>
                  <CollectionLine collection={each} />
                </li>
              ))}
              {collection.articles.map(line => (
                <li key={line.id}>
                  <ArticleLine line={line} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  )
}

export const CollectionLine = ({ collection }: { collection: Collection }) => (
  <button type="button" class="line" onClick={() => go({ at: 'collection', id: collection.id })}>
    <span class="line-text">
      <strong dir="auto">{collection.name}</strong>
      {collection.description && <small dir="auto">{collection.description}</small>}
      <small>
        {collection.article_count === 1
          ? t('oneArticle')
          : t('articles', { count: collection.article_count })}
      </small>
    </span>
    <Icon name="next" flips />
  </button>
)
