import { useParams } from '@tanstack/react-router'
import { NEW, useDeliveries, useNewsItem } from '../../data/outbound.ts'
import { EditorFrame } from './editor-frame.tsx'
import { NewsForm } from './news-form.tsx'

/** Where a piece of news is written. */
export function NewsPage() {
  const { id } = useParams({ from: '/shell/outbound/news/$id' })
  const item = useNewsItem(id)
  const delivery = useDeliveries(id === NEW ? [] : [id]).get(id)
  return (
    <EditorFrame query={item} isNew={id === NEW}>
      {(id === NEW || (item.data && delivery)) && (
        <NewsForm key={id} item={id === NEW ? undefined : item.data} delivery={delivery} />
      )}
    </EditorFrame>
  )
}
