import { errors, Problem, problem } from '@guichet/contract/errors.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../domain/actor.ts'
import { enterByHelpLink, type Letter, requestHelpLink, writeIn } from '../../domain/help-reader/index.ts'
import { endHelpSession, findOwn, listOwn, readOwn, replyInOwn } from '../../domain/messenger/index.ts'
import { checkSameOrigin } from '../../http/same-origin.ts'
import { contactPage, contactType, letterIn, sentPage } from './contact-page.ts'
import { faultOf, filesIn, type Sent, textIn } from './form-pieces.ts'
import type { HelpPage } from './layout.ts'
import { notFoundPage } from './not-found-page.ts'
import { giveCookie, readerOf } from './reader-cookie.ts'
import { readerTexts } from './reader-texts.ts'
import { askPage, enterPage, linkOverPage, linkSentPage, listPage, threadPage } from './requests-pages.ts'
import { sendHelp } from './send.ts'
import { absolute, paths, type Visit } from './visit.ts'

export interface ReaderRoute {
  Params: { site: string; locale: string; id: string }
  Querystring: { token?: string | string[]; before?: string | string[]; sent?: string }
  Body: Sent | undefined
}

type ReaderRequest = FastifyRequest<ReaderRoute>

/** Files that readers send come with the form. */
const LARGEST_FORM = 25 * 1024 * 1024

export interface ReaderPages {
  database: Database
  files: Letter['files']
  /** The visit that a request is; undefined where there is no such help center, or not in that language. */
  visitOf(request: FastifyRequest<{ Params: { site: string; locale: string } }>): Promise<Visit | undefined>
}

/** Writing to the team, and what readers wrote, on the pages of a help center: whole without any script. */
export function mountReader(scope: FastifyInstance, { database, files, visitOf }: ReaderPages): void {
  const { read, unguarded } = database
  type Answer = (of: {
    visit: Visit
    reader: Actor | undefined
    request: ReaderRequest
    reply: FastifyReply
  }) => Promise<HelpPage | FastifyReply>
  const answering = (answer: Answer) => async (request: ReaderRequest, reply: FastifyReply) => {
    const visit = await visitOf(request)
    if (!visit) return reply.callNotFound()
    const reader = await readerOf(unguarded.read, request, visit)
    const page = await answer({ visit, reader, request, reply })
    return 'title' in page ? sendHelp(request, reply, visit, page) : page
  }
  const get = (path: string, answer: Answer) =>
    scope.get<ReaderRoute>(`/help/:site/:locale${path}`, answering(answer))
  /** What is sent from another page than ours is not taken, whoever's browser it is. */
  const post = (path: string, answer: Answer) =>
    scope.post<ReaderRoute>(
      `/help/:site/:locale${path}`,
      { bodyLimit: LARGEST_FORM, config: { form: true } },
      answering(answer),
    )
  const sameOrigin = (request: ReaderRequest, { actor }: Visit) =>
    checkSameOrigin(request, actor.origin, true)

  get('/contact', async ({ visit, reader, request }) => {
    if (!visit.site.contact.on) return notFoundPage(visit)
    if (request.query.sent !== undefined) return sentPage(visit)
    return contactPage(visit, { reader, type: await contactType(read, visit) })
  })
  post('/contact', async ({ visit, reader, request, reply }) => {
    if (!visit.site.contact.on) return notFoundPage(visit)
    const sent = request.body ?? {}
    const type = await contactType(read, visit)
    try {
      sameOrigin(request, visit)
      const url = absolute(visit, paths.contact(visit))
      const id = await writeIn(database, reader ?? visit.actor, { ...letterIn(sent, type), url, files })
      const next = reader ? paths.request(visit, String(id)) : `${paths.contact(visit)}?sent`
      return await reply.redirect(next, 303)
    } catch (error) {
      return contactPage(visit, { reader, type, sent, fault: faultOf(error, readerTexts(visit.locale)) })
    }
  })

  get('/requests', async ({ visit, reader, request }) => {
    if (!reader) return askPage(visit)
    const [before] = [request.query.before ?? []].flat()
    return listPage(visit, await listOwn(read, reader, before === undefined ? {} : { before }))
  })
  post('/requests/link', async ({ visit, request }) => {
    const sent = request.body ?? {}
    try {
      sameOrigin(request, visit)
      await requestHelpLink(database, visit.actor, {
        ...{ email: textIn(sent, 'email'), name: visit.helpCenter.display_name, locale: visit.locale },
        addressOf: token => `${visit.actor.origin}${paths.requests(visit)}/enter?token=${token}`,
      })
      return linkSentPage(visit)
    } catch (error) {
      return askPage(visit, { sent, fault: faultOf(error, readerTexts(visit.locale)) })
    }
  })
  get('/requests/enter', async ({ visit, request }) =>
    enterPage(visit, String([request.query.token ?? ''].flat()[0])),
  )
  post('/requests/enter', async ({ visit, request, reply }) => {
    sameOrigin(request, visit)
    try {
      giveCookie(
        reply,
        visit,
        await enterByHelpLink(database, visit.actor, textIn(request.body ?? {}, 'token')),
      )
      return await reply.redirect(paths.requests(visit), 303)
    } catch (error) {
      if (error instanceof Problem && error.status === 404) return linkOverPage(visit)
      throw error
    }
  })
  post('/requests/end', async ({ visit, reader, request, reply }) => {
    sameOrigin(request, visit)
    if (reader) await database.transaction(tx => endHelpSession(tx, reader))
    giveCookie(reply, visit, null)
    return reply.redirect(paths.requests(visit), 303)
  })

  const thread = async (
    visit: Visit,
    reader: Actor,
    id: string,
    more: { sent?: Sent; error?: unknown } = {},
  ) => {
    const found = await findOwn(read, reader, id).catch(unlessFound)
    if (!found) return notFoundPage(visit)
    const fault = more.error === undefined ? undefined : faultOf(more.error, readerTexts(visit.locale))
    return threadPage(visit, found, { ...(more.sent && { sent: more.sent }), ...(fault && { fault }) })
  }
  get('/requests/:id', async ({ visit, reader, request, reply }) => {
    if (!reader) return reply.redirect(paths.requests(visit), 303)
    const page = await thread(visit, reader, request.params.id)
    if (page.status !== 404)
      await database.transaction(tx => readOwn(tx, reader, request.params.id), reader.now)
    return page
  })
  post('/requests/:id/replies', async ({ visit, reader, request, reply }) => {
    if (!reader) return reply.redirect(paths.requests(visit), 303)
    const { id } = request.params
    const sent = request.body ?? {}
    try {
      sameOrigin(request, visit)
      if (textIn(sent, 'body').length > 20_000) throw problem(errors.parameterInvalid, undefined, 'body')
      const written = { body: textIn(sent, 'body'), attachment_files: filesIn(sent, 'attachment') }
      await database.transaction(tx => replyInOwn(tx, reader, { id, request: written, files }), reader.now)
      return await reply.redirect(paths.request(visit, id), 303)
    } catch (error) {
      return thread(visit, reader, id, { sent, error })
    }
  })
}

/** Somebody else's is as little there as nobody's. */
function unlessFound(error: unknown): undefined {
  if (error instanceof Problem && error.status === 404) return undefined
  throw error
}
