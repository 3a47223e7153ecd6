import { articles } from '@guichet/contract/operations/articles.ts'
import { knowledge } from '@guichet/contract/operations/inbox/knowledge.ts'
import { useQuery } from '@tanstack/react-query'
import { queryOf } from './query-of.ts'

/** What has had versions: an article in a language, or an internal one. */
export type Versioned = { kind: 'article'; id: string; locale: string } | { kind: 'internal'; id: string }

/** The texts something has had, the newest first. */
export function useVersions(of: Versioned) {
  const { id } = of
  const locale = of.kind === 'article' ? of.locale : ''
  const ofArticle = useQuery({
    ...queryOf(articles.listVersions, { params: { article_id: id }, query: { locale, per_page: '100' } }),
    ...{ staleTime: 0, enabled: of.kind === 'article' },
  })
  const ofInternal = useQuery({
    ...queryOf(knowledge.internalVersions, { params: { id } }),
    ...{ staleTime: 0, enabled: of.kind === 'internal' },
  })
  return of.kind === 'article'
    ? ofArticle.data?.data.map(each => ({ ...each, isLive: each.state === 'published' }))
    : ofInternal.data?.data.map(each => ({ ...each, isLive: false }))
}

/** One of them, whole. */
export function useVersion(of: Versioned, version: string | undefined) {
  const { id } = of
  const wants = (kind: Versioned['kind']) => version !== undefined && of.kind === kind
  const ofArticle = useQuery({
    ...queryOf(articles.findVersion, { params: { article_id: id, id: version ?? '' } }),
    enabled: wants('article'),
  }).data
  const ofInternal = useQuery({
    ...queryOf(knowledge.findInternalVersion, { params: { id, version_id: version ?? '' } }),
    // One that is still written is looked at again.
    ...{ staleTime: 0, enabled: wants('internal') },
  }).data
  return of.kind === 'article' ? ofArticle : ofInternal && { ...ofInternal, description: '' }
}
