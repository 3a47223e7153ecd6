import { useStore } from '../data/use-store.ts'
import { Head } from '../parts/head.tsx'
import { NewsCard } from '../parts/lines.tsx'
import { Empty, Loading } from '../parts/states.tsx'
import { t } from '../text/t.ts'

export function NewsPage() {
  const { news } = useStore()
  return (
    <>
      <Head title={t('news')} />
      <div class="scroll padded">
        {!news ? (
          <Loading />
        ) : news.length === 0 ? (
          <Empty icon="news" title={t('noNews')} hint={t('noNewsHint')} />
        ) : (
          news.map(item => <NewsCard key={item.id} item={item} />)
        )}
      </div>
    </>
  )
}
