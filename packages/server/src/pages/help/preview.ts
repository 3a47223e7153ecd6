import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Clock, seconds } from '../../clock.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { Actor } from '../../domain/actor.ts'
import { viewAdmins } from '../../domain/admin/index.ts'
import { findForEditing } from '../../domain/article/index.ts'
import { addressOf, type HelpCenterRow, helpCentersById } from '../../domain/help-center/index.ts'
import { type Page, type Site, selectSite, shelvesOf } from '../../domain/help-site/index.ts'
import { actorAs, type SessionDesk } from '../../domain/session/index.ts'
import { sessionToken } from '../../http/session-cookie.ts'
import { html } from '../html.ts'
import { drawArticle } from './article-page.ts'
import { sendHelp } from './send.ts'
import { textsFor } from './texts.ts'
import type { Visit } from './visit.ts'

interface Previewing {
  database: Database
  sessions: SessionDesk
  clock: Clock
  publicUrl: string | undefined
}

interface PreviewRoute {
  Params: { site: string; locale: string; id: string }
}

/** An article as readers will see it, with what waits to be published: for teammates who are signed in, under `/help-preview`. */
export function mountHelpPreview(app: FastifyInstance, on: Previewing): void {
  app.get<PreviewRoute>('/help-preview/:site/:locale/:id', async (request, reply) => {
    const actor = await actorOf(on, request)
    if (!actor) return reply.redirect(`/app/sign-in?${new URLSearchParams({ to: request.url })}`, 302)
    return preview(on, actor, request, reply)
  })
}

async function actorOf(on: Previewing, request: FastifyRequest): Promise<Actor | undefined> {
  const token = sessionToken(request)
  const now = seconds(on.clock)
  const found = token === undefined ? undefined : await on.sessions.find(token, now, request.ip)
  const origin = on.publicUrl ?? `${request.protocol}://${request.host}`
  return found && actorAs(found, found, { now, origin, ip: request.ip, strict: false })
}

async function preview(
  { database }: Previewing,
  actor: Actor,
  request: FastifyRequest<PreviewRoute>,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { site, locale, id } = request.params
  const page = await writtenPage(database.read, actor, id, locale)
  const { all } = await helpCentersById(database.read, actor)
  const helpCenter = all.get(Number(site))
  if (!page || !helpCenter) {
    reply.callNotFound()
    return reply
  }
  const visit = await visitOf(database, actor, helpCenter, locale)
  const shelves = await shelvesOf(database.read, actor, helpCenter, locale)
  const drawn = await drawArticle(database.read, visit, { page, shelves, foot: html`` })
  return sendHelp(request, reply, visit, { ...drawn, hidden: true })
}

async function visitOf(
  { unguarded }: Database,
  actor: Actor,
  helpCenter: HelpCenterRow,
  locale: string,
): Promise<Visit> {
  const found = await selectSite(unguarded.read, helpCenter.identifier)
  const isOwn = found?.workspace.id === actor.workspace.id
  const plain: Site = {
    ...{ workspace: actor.workspace, helpCenter, accent: '#0b6b57', headline: {}, logoUrl: null, links: [] },
    ...{ contact: { on: false, ticketTypeId: null }, showsNews: false },
  }
  return {
    ...{ site: isOwn && found ? found : plain, helpCenter, locale, says: textsFor(locale), actor },
    ...{ base: `/help/${helpCenter.identifier}`, home: addressOf(actor, helpCenter) },
  }
}

/** The newest text of an article in a language, as a page that readers could see; 404 and 403 as the article itself has them. */
async function writtenPage(
  tx: Tx,
  actor: Actor,
  id: string,
  locale: string,
): Promise<(Page & { locale: string }) | undefined> {
  const article = await findForEditing(tx, actor, id)
  const text = article.languages.find(each => each.locale === locale)
  if (!text) return undefined
  const [author] = await viewAdmins(tx, actor, [Number(text.author_id)], { withRemoved: true })
  return {
    ...{ id: Number(article.id), locale, title: text.title, description: text.description, body: text.body },
    ...{ author: author?.name ?? '', updatedAt: text.saved_at },
    publishedAt: text.first_published_at ?? text.saved_at,
    titles: new Map(),
    collectionIds: article.collection_ids.map(Number),
  }
}
