import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../../db/database.ts'
import { recordSearch } from '../../domain/help-search/index.ts'
import { countOpinion, countView, idOfSlug, leadFrom, type Opinion } from '../../domain/help-site/index.ts'
import { type Arrival, arrive } from './arrival.ts'
import { articlePage } from './article-page.ts'
import { collectionPage } from './collection-page.ts'
import { homePage } from './home-page.ts'
import type { HelpPage } from './layout.ts'
import { mountReader, type ReaderPages } from './mount-reader.ts'
import { newsItemPage, newsPage } from './news-pages.ts'
import { notFoundPage } from './not-found-page.ts'
import { SCRIPT_PATH, script } from './script.ts'
import { searchPage, suggestions } from './search-page.ts'
import { sendHelp } from './send.ts'
import { siteMap } from './site-map.ts'
import { paths, type Visit } from './visit.ts'

interface HelpRoute {
  Params: { site?: string; locale?: string; slug: string }
  Querystring: { q?: string | string[]; page?: string }
  Body: Record<string, string> | undefined
}

type HelpRequest = FastifyRequest<HelpRoute>
type Draw = (visit: Visit, request: HelpRequest) => Promise<HelpPage | undefined> | HelpPage | undefined

/** The public help centers under `/help/<name>/<language>`: rendered here, and whole without any script. */
export function mountHelp(
  app: FastifyInstance,
  on: Arrival & { database: Database; files: ReaderPages['files'] },
): void {
  const { read, unguarded } = on.database
  const visitOf = (request: HelpRequest) => arrive(unguarded.read, request, request.params, on)
  const answering = (draw: Draw) => async (request: HelpRequest, reply: FastifyReply) => {
    const visit = await visitOf(request)
    if (!visit) return reply.callNotFound()
    const isKnown = request.params.locale === visit.locale
    const page = isKnown ? await draw(visit, request) : undefined
    return page ? sendHelp(request, reply, visit, page) : elsewhere(request, reply, visit)
  }
  /** Old addresses lead to where their content is now. */
  const elsewhere = async (request: HelpRequest, reply: FastifyReply, visit: Visit) => {
    const path = pathIn(request.url)
    const lead = await leadFrom(read, visit.actor, visit.helpCenter, path)
    if (!lead) return sendHelp(request, reply, visit, notFoundPage(visit))
    return reply.redirect(`${visit.base}/${lead.locale}/${lead.kind}/${lead.id}`, 301)
  }
  app.register(async scope => {
    scope.get(SCRIPT_PATH, (_, reply) =>
      reply.headers(forEver).type('text/javascript; charset=utf-8').send(script),
    )
    for (const path of ['/help', '/help/:site'])
      scope.get<HelpRoute>(path, async (request, reply) => {
        const visit = await visitOf(request)
        return visit ? reply.redirect(paths.home(visit, visit.locale), 302) : reply.callNotFound()
      })
    scope.get<HelpRoute>('/help/:site/sitemap.xml', async (request, reply) => {
      const visit = await visitOf(request)
      if (!visit) return reply.callNotFound()
      return reply.type('application/xml; charset=utf-8').send(await siteMap(read, visit))
    })
    const page = (path: string, draw: Draw) =>
      scope.get<HelpRoute>(`/help/:site/:locale${path}`, answering(draw))
    page('', visit => homePage(read, visit))
    page('/collections/:slug', (visit, { params }) => collectionPage(read, visit, idOfSlug(params.slug)))
    page('/articles/:slug', async (visit, { params }) => {
      const id = idOfSlug(params.slug)
      const article = await articlePage(read, visit, id)
      if (article) await on.database.transaction(tx => countView(tx, visit.actor, id))
      return article
    })
    page('/search', async (visit, { query }) => {
      const phrase = phraseOf(query.q)
      const found = await searchPage(read, visit, {
        ...(query.page !== undefined && { page: query.page }),
        phrase,
      })
      if (query.page === undefined) {
        const search = { phrase, locale: visit.locale, found: found.found }
        await on.database.transaction(tx => recordSearch(tx, visit.actor, search))
      }
      return found
    })
    page('/news', visit => newsPage(read, visit))
    page('/news/:slug', (visit, { params }) => newsItemPage(read, visit, params.slug))
    mountReader(scope, {
      ...{ database: on.database, files: on.files },
      visitOf: async request => {
        const visit = await arrive(unguarded.read, request, request.params, on)
        return visit?.locale === request.params.locale ? visit : undefined
      },
    })
    scope.get<HelpRoute>('/help/:site/:locale/suggest', async (request, reply) => {
      const visit = await visitOf(request)
      if (!visit) return reply.callNotFound()
      return reply.send(await suggestions(read, visit, phraseOf(request.query.q)))
    })
    scope.post<HelpRoute>('/help/:site/:locale/articles/:slug/opinions', async (request, reply) => {
      const visit = await visitOf(request)
      const opinion = OPINIONS.find(each => each === request.body?.['opinion'])
      if (!visit || !opinion) return reply.callNotFound()
      const id = idOfSlug(request.params.slug)
      const article = await articlePage(read, visit, id)
      if (!article) return reply.callNotFound()
      await on.database.transaction(tx => countOpinion(tx, visit.actor, id, opinion))
      return reply.redirect(`${visit.base}/${visit.locale}/articles/${id}`, 303)
    })
    scope.get<HelpRoute>(
      '/help/:site/*',
      answering(() => undefined),
    )
  })
}

/** What follows the name of the help center: on a domain of its own too, for the server is asked by the name. */
const pathIn = (url: string): string => url.split('?', 1)[0]?.split('/').slice(3).join('/') ?? ''

const OPINIONS: Opinion[] = ['sad', 'neutral', 'happy']

const forEver = {
  'cache-control': 'public, max-age=31536000, immutable',
  'x-content-type-options': 'nosniff',
}

/** A parameter given twice comes as a list. */
const phraseOf = (given: string | string[] | undefined): string => [given ?? ''].flat().join(' ').trim()
