import { Problem } from '@guichet/contract/errors.ts'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import type { Actor } from '../domain/actor.ts'
import { type Asked, grantCode, readAsked, type Wanting } from '../domain/oauth/index.ts'
import { actorAs, type SessionDesk } from '../domain/session/index.ts'
import { checkSameOrigin } from '../http/same-origin.ts'
import { sessionToken } from '../http/session-cookie.ts'
import { html, type Markup } from './html.ts'
import { type Reader, sendPage } from './layout.ts'

interface Consenting {
  database: Database
  sessions: SessionDesk
  clock: Clock
  publicUrl: string | undefined
}

interface ConsentRoute {
  Querystring: Partial<Record<'client_id' | 'redirect_uri' | 'state' | 'lang', string>>
  Body: { decision?: string } | undefined
}

type ConsentRequest = FastifyRequest<ConsentRoute>

/** Where apps send people to be let in: the page that asks them, and what it leads to. The second path is what old clients know. */
export function mountConsent(app: FastifyInstance, on: Consenting): void {
  for (const path of ['/oauth', '/a/oauth/connect']) {
    app.get<ConsentRoute>(path, (request, reply) => ask(on, request, reply))
    app.post<ConsentRoute>(path, (request, reply) => decide(on, request, reply))
  }
}

async function ask(on: Consenting, request: ConsentRequest, reply: FastifyReply): Promise<FastifyReply> {
  const wanting = await wantingOf(on, request)
  if (wanting instanceof Problem) return refuse(on, request, reply, wanting)
  const actor = await actorOf(on, request)
  if (!actor) return reply.redirect(`/app/sign-in?${new URLSearchParams({ to: request.url })}`, 302)
  return sendPage(request, reply, on.publicUrl, reader => consentPage(reader, actor, wanting))
}

/** Takes the answer of whoever was asked, and sends them back to the app. */
async function decide(on: Consenting, request: ConsentRequest, reply: FastifyReply): Promise<FastifyReply> {
  const wanting = await wantingOf(on, request)
  if (wanting instanceof Problem) return refuse(on, request, reply, wanting)
  const actor = await actorOf(on, request)
  if (!actor) return reply.redirect(`/app/sign-in?${new URLSearchParams({ to: request.url })}`, 302)
  checkSameOrigin(request, actor.origin, true)
  const back = new URL(wanting.redirectUrl)
  if (request.body?.decision === 'allow') {
    const code = await on.database.transaction(tx => grantCode(tx, actor, wanting.app), actor.now)
    back.searchParams.set('code', code)
  } else {
    back.searchParams.set('error', 'access_denied')
  }
  if (request.query.state !== undefined) back.searchParams.set('state', request.query.state)
  return reply.redirect(back.href, 302)
}

/** What a link asks for, or why it is none that anybody may follow. */
async function wantingOf({ database }: Consenting, { query }: ConsentRequest): Promise<Wanting | Problem> {
  const asked: Asked = { client_id: query.client_id ?? '', redirect_uri: query.redirect_uri }
  return readAsked(database.read, asked).catch((error: unknown) => {
    if (error instanceof Problem) return error
    throw error
  })
}

async function actorOf(on: Consenting, request: ConsentRequest): Promise<Actor | undefined> {
  const token = sessionToken(request)
  const now = seconds(on.clock)
  const found = token === undefined ? undefined : await on.sessions.find(token, now, request.ip)
  const origin = on.publicUrl ?? `${request.protocol}://${request.host}`
  return found && actorAs(found, found, { now, origin, ip: request.ip, strict: false })
}

/** A link that leads nowhere is told to the person, who is sent to no address that is not the app's. */
const refuse = (
  { publicUrl }: Consenting,
  request: ConsentRequest,
  reply: FastifyReply,
  problem: Problem,
): FastifyReply =>
  sendPage(request, reply.code(problem.status), publicUrl, ({ says }) => ({
    title: says.consentBroken,
    body: html`<p class="lead">${problem.message}</p>`,
  }))

function consentPage(
  { says }: Reader,
  actor: Actor,
  { app, redirectUrl, permissions }: Wanting,
): { title: string; body: Markup; forms: string } {
  const host = new URL(redirectUrl).host
  const mayInstall = actor.scopes === 'all' || actor.scopes.has('manage_developer')
  const filled = (text: string) =>
    text.replace('{app}', app.name).replace('{workspace}', actor.workspace.name).replace('{host}', host)
  const answer = html`<form method="post" class="answer">
<button name="decision" value="allow" class="primary">${says.consentAllow}</button>
<button name="decision" value="deny">${says.consentDeny}</button>
</form>`
  return {
    title: filled(says.consentTitle),
    forms: redirectUrl,
    body: html`<p class="lead">${filled(says.consentLead)}</p>
<ul class="permissions">${permissions.map(label => html`<li>${label}</li>`)}</ul>
<p class="hint">${filled(says.consentBack)}</p>
${mayInstall ? answer : html`<p><strong>${says.consentNotYours}</strong></p>`}`,
  }
}
