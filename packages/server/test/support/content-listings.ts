import { articles } from '@guichet/contract/operations/articles.ts'
import { audiences } from '@guichet/contract/operations/audiences.ts'
import { collections } from '@guichet/contract/operations/collections.ts'
import { content } from '@guichet/contract/operations/content.ts'
import { contentImportSources } from '@guichet/contract/operations/content-import-sources.ts'
import { contentSnippets } from '@guichet/contract/operations/content-snippets.ts'
import { contentStats } from '@guichet/contract/operations/content-stats.ts'
import { customObjects } from '@guichet/contract/operations/custom-objects.ts'
import { dataConnectors } from '@guichet/contract/operations/data-connectors.ts'
import { externalPages } from '@guichet/contract/operations/external-pages.ts'
import { folders } from '@guichet/contract/operations/folders.ts'
import { helpCenterRedirects } from '@guichet/contract/operations/help-center-redirects.ts'
import { internalArticles } from '@guichet/contract/operations/internal-articles.ts'
import { macros } from '@guichet/contract/operations/macros.ts'
import { news } from '@guichet/contract/operations/news.ts'
import { sections } from '@guichet/contract/operations/sections.ts'
import { createCustomObjectType } from '../../src/domain/custom-object/index.ts'
import { createMacro } from '../../src/domain/macro/index.ts'
import { acting } from './acting.ts'
import { type Listing, made, type Place, removed } from './listing.ts'

/** What the help center, the news, the inbox and data of one's own list. */
export const CONTENT_LISTINGS: Listing[] = [
  {
    ...{ operation: articles.list, style: 'page', usual: 25, most: 150 },
    ...{ make: makeArticle, remove: removed('/articles') },
  },
  {
    ...{ operation: articles.search, style: 'page', usual: 10, most: 50, asked: { phrase: 'Findable' } },
    ...{ make: makeArticle, remove: removed('/articles') },
  },
  {
    ...{ operation: articles.listVersions, style: 'page', usual: 25, most: 150 },
    prepare: place => makeArticle(place, 0),
    path: at => `/articles/${at}/versions`,
    make: ({ workspace: { api }, at }, number) => api.put(`/articles/${at}`, { title: `Version ${number}` }),
  },
  {
    ...{ operation: collections.list, style: 'page', usual: 20, most: 150 },
    make: ({ workspace: { api } }, number) =>
      made(api.post('/help_center/collections', { name: `Collection ${number}` })),
    remove: removed('/help_center/collections'),
  },
  {
    ...{ operation: sections.list, style: 'page', usual: 20, most: 150 },
    prepare: ({ workspace: { api } }) => made(api.post('/help_center/collections', { name: 'Over all' })),
    make: ({ workspace: { api }, at }, number) =>
      made(api.at('2.9').post('/help_center/sections', { name: `Section ${number}`, parent_id: Number(at) })),
  },
  {
    ...{ operation: helpCenterRedirects.list, style: 'page', usual: 50, most: 250 },
    prepare: async place => {
      const { body } = await place.workspace.api.get('/help_center/help_centers')
      return `${body.data[0].id} ${await makeArticle(place, 0)}`
    },
    path: at => `/help_center/help_centers/${at.split(' ')[0]}/redirects`,
    make: async ({ workspace: { api }, at }, number) => {
      const [center, article] = at.split(' ')
      const { body } = await api.get(`/help_center/help_centers/${center}`)
      const to = {
        from_url: `${body.url}/old/${number}`,
        locale: 'en',
        target_type: 'article',
        target_id: article,
      }
      await made(api.post(`/help_center/help_centers/${center}/redirects`, to))
    },
  },
  {
    ...{ operation: folders.list, style: 'page', usual: 50, most: 150 },
    make: ({ workspace: { api } }, number) =>
      made(api.post('/folders', { folder: { name: `Folder ${number}` } })),
    remove: removed('/folders'),
  },
  {
    ...{ operation: audiences.list, style: 'page', usual: 50, most: 50 },
    make: ({ workspace: { api } }, number) => made(api.post('/audiences', { name: `Audience ${number}` })),
    remove: removed('/audiences'),
  },
  {
    ...{ operation: news.listItems, style: 'page', usual: 10, most: 150 },
    make: ({ workspace: { api, ownerId } }, number) =>
      made(api.post('/news/news_items', { title: `Item ${number}`, body: 'New', sender_id: ownerId })),
    remove: removed('/news/news_items'),
  },
  {
    ...{ operation: news.listFeeds, style: 'page', usual: 10, most: 150 },
    make: (place, number) => makeNewsfeed(place, `Feed ${number}`),
  },
  {
    ...{ operation: news.listFeedItems, style: 'page', usual: 20, most: 150 },
    prepare: place => makeNewsfeed(place, 'Feed'),
    path: at => `/news/newsfeeds/${at}/items`,
    make: ({ workspace: { api, ownerId }, at, guichet: { clock } }, number) =>
      made(
        api.post('/news/news_items', {
          ...{ title: `Item ${number}`, body: 'New', sender_id: ownerId, state: 'live' },
          newsfeed_assignments: [{ newsfeed_id: Number(at), published_at: clock.now() }],
        }),
      ),
  },
  {
    ...{ operation: customObjects.list, style: 'page', usual: 20, most: 150, since: '2.16' },
    prepare: ({ workspace, guichet }) =>
      guichet.database.transaction(async tx => {
        const type = { identifier: 'Order', name: 'Order', attributes: [] }
        await createCustomObjectType(tx, acting(guichet, workspace), type)
        return 'Order'
      }),
    path: at => `/custom_object_instances/${at}`,
    make: ({ workspace: { api }, at }, number) =>
      made(api.post(`/custom_object_instances/${at}`, { external_id: `o-${number}`, custom_attributes: {} })),
    remove: ({ workspace: { api }, at }, row) => api.delete(`/custom_object_instances/${at}/${row.id}`),
  },
  {
    ...{ operation: macros.list, style: 'cursor', usual: 50, most: 150 },
    make: ({ workspace, guichet }, number) =>
      guichet.database.transaction(tx =>
        createMacro(tx, acting(guichet, workspace), { name: `Macro ${number}`, body: 'Hello' }),
      ),
  },
  {
    ...{ operation: internalArticles.list, style: 'page', usual: 25, most: 150 },
    ...{ make: makeInternalArticle, remove: removed('/internal_articles') },
  },
  {
    ...{ operation: internalArticles.search, style: 'page', usual: 10, most: 50 },
    prepare: ({ workspace: { api } }) => made(api.post('/folders', { folder: { name: 'Folder' } })),
    path: at => `/internal_articles/search?folder_id=${at}`,
    make: (place, number) => makeInternalArticle(place, number, { folder_id: Number(place.at) }),
    remove: removed('/internal_articles'),
  },
  {
    ...{ operation: content.search, style: 'page', usual: 10, most: 50 },
    ...{ asked: { content_types: 'internal_article' }, make: makeInternalArticle },
  },
  {
    ...{ operation: contentSnippets.list, style: 'page', usual: 50, most: 50 },
    make: ({ workspace: { api } }, number) =>
      made(api.post('/content_snippets', { title: `Snippet ${number}`, body_markdown: 'Words' })),
    remove: removed('/content_snippets'),
  },
  {
    ...{ operation: contentStats.list, style: 'cursor', usual: 50, most: 150 },
    prepare: ({ workspace: { api } }) => made(api.post('/contacts', { email: 'reader@example.com' })),
    make: ({ workspace: { api }, at }, number) =>
      made(
        api.post('/content_stats', {
          ...{ content_type: 'tour', content_id: 'welcome', stat_type: 'receipt' },
          ...{ receipt_id: `r${number}`, contact: { id: at } },
        }),
      ),
  },
  {
    ...{ operation: contentImportSources.list, style: 'page', usual: 50, most: 150 },
    ...{ make: makeSource, remove: removed('/ai/content_import_sources') },
  },
  {
    ...{ operation: externalPages.list, style: 'page', usual: 50, most: 150 },
    prepare: place => makeSource(place, 0),
    make: ({ workspace: { api }, at }, number) =>
      made(
        api.post('/ai/external_pages', {
          ...{ title: `Page ${number}`, html: '<p>Words</p>', url: `https://example.com/${number}` },
          ...{ locale: 'en', source_id: Number(at), external_id: `page-${number}` },
        }),
      ),
    remove: removed('/ai/external_pages'),
  },
  {
    ...{ operation: dataConnectors.list, style: 'cursor', usual: 20, most: 50 },
    ...{ make: makeConnector, remove: removed('/data_connectors') },
  },
  {
    ...{ operation: dataConnectors.listExecutions, style: 'cursor', usual: 10, most: 30 },
    prepare: place => makeConnector(place, 0),
    path: at => `/data_connectors/${at}/execution_results`,
    make: ({ workspace: { id }, guichet: { database, clock }, at }) =>
      database.transaction(tx =>
        tx
          .insertInto('data_connector_executions')
          .values({
            ...{ workspace_id: id, data_connector_id: Number(at), success: true, http_method: 'get' },
            created_at: clock.now(),
          })
          .execute(),
      ),
  },
]

type In = Pick<Place, 'workspace'>

function makeArticle({ workspace: { api, ownerId } }: In, number: number): Promise<string> {
  return made(api.post('/articles', { title: `Findable ${number}`, author_id: ownerId, state: 'published' }))
}

function makeInternalArticle(
  { workspace: { api, ownerId } }: In,
  number: number,
  more: object = {},
): Promise<string> {
  const by = { author_id: ownerId, owner_id: ownerId, ...more }
  return made(api.post('/internal_articles', { title: `Internal ${number}`, body: 'Words', ...by }))
}

function makeSource({ workspace: { api } }: In, number: number): Promise<string> {
  const source = { sync_behavior: 'api', url: `https://example.com/source/${number}` }
  return made(api.post('/ai/content_import_sources', source))
}

function makeConnector({ workspace: { api } }: In, number: number): Promise<string> {
  const to = { http_method: 'get', url: 'https://example.com/look' }
  return made(api.post('/data_connectors', { name: `Connector ${number}`, ...to }))
}

function makeNewsfeed(
  { workspace, guichet: { database, clock } }: Omit<Place, 'at'>,
  name: string,
): Promise<string> {
  return database.transaction(async tx => {
    const at = { created_at: clock.now(), updated_at: clock.now() }
    const feed = { workspace_id: workspace.id, name, ...at }
    const { id } = await tx.insertInto('newsfeeds').values(feed).returning('id').executeTakeFirstOrThrow()
    return String(id)
  })
}
