import { hash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Database } from '../../db/database.ts'
import { DEMO_WORKSPACE } from '../../domain/demo/index.ts'
import { listWorkspaces } from '../../domain/workspace/index.ts'
import { html, Markup } from '../html.ts'
import { type Language, languageOf } from '../language.ts'
import { drawings } from './drawings.ts'
import { SHOP_SCRIPT_PATH, shopScript } from './script.ts'
import { shopCss } from './style.ts'
import { shopTexts } from './texts.ts'

type DemoRoute = { Querystring: { lang?: string; app?: string } }

/** `/demo`: a shop with the messenger of the demo's workspace, or of the first one, or of the one that `?app=` names. */
export function mountDemo(app: FastifyInstance, { database }: { database: Database }): void {
  app.get(SHOP_SCRIPT_PATH, (_, reply) =>
    reply
      .headers({
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
      })
      .type('text/javascript; charset=utf-8')
      .send(shopScript),
  )
  app.get<DemoRoute>('/demo', async (request, reply) => {
    const all = await listWorkspaces(database.unguarded.read)
    const byId = (id: string | undefined) => all.find(each => each.id === id)
    const workspace = byId(request.query.app) ?? byId(DEMO_WORKSPACE) ?? all[0]
    if (!workspace) return reply.callNotFound()
    return sendShop(request, reply, workspace.id)
  })
}

function sendShop(request: FastifyRequest<DemoRoute>, reply: FastifyReply, app: string): FastifyReply {
  const language = languageOf(request.query.lang, request.headers['accept-language'])
  return reply
    .headers({
      ...{ 'content-security-policy': POLICY, 'x-content-type-options': 'nosniff' },
      ...{ 'cache-control': 'no-cache', 'content-language': language, vary: 'accept-language' },
    })
    .type('text/html; charset=utf-8')
    .send(shop(language, app))
}

/** As strict as a page's policy can be that shows the messenger: docs/messenger.md. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  `style-src 'sha256-${hash('sha256', shopCss, 'base64')}'`,
  "frame-src 'self'",
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Who one can be: a stranger, or somebody the shop knows. */
const PEOPLE = [
  { id: 'ines', user_id: 'customer-ines', name: 'Inès Caron', email: 'ines@garden.example' },
  { id: 'grace', user_id: 'customer-grace', name: 'Grace Okafor', email: 'grace@okafor.example' },
]

function shop(language: Language, app: string): string {
  const says = shopTexts[language]
  const other: Language = language === 'en' ? 'fr' : 'en'
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${says.title} · ${says.tagline}</title>
<link rel="icon" href="data:,">
<style>${new Markup(shopCss)}</style>
</head>
<body>
<div class="shop">
<header><strong>${says.title}</strong><span>${says.tagline}</span><a href="?lang=${other}" hreflang="${other}" lang="${other}">${says.otherLanguage}</a></header>
<main>
<section class="hero"><h1>${says.headline}</h1><p class="lead">${says.lead}</p></section>
<ul class="kits">${says.products.map(
    ([drawing, name, text, price]) =>
      html`<li>${drawings[drawing] ?? ''}<strong>${name}</strong><p>${text}</p><b>${price}</b></li>`,
  )}</ul>
<h2>${says.who}</h2>
<p class="hint">${says.whoHint}</p>
<div class="row"><button id="visitor" type="button" data-person="{}">${says.visitor}</button>${PEOPLE.map(
    ({ id, ...person }) =>
      html`<button id="${id}" type="button" data-person="${JSON.stringify(person)}">${person.name}</button>`,
  )}</div>
<h2>${says.tries}</h2>
<div class="row"><button id="ask" type="button">${says.ask}</button><button id="article" type="button">${says.article}</button><button id="event" type="button">${says.event}</button></div>
</main>
<footer>${says.note} <a href="/">${says.back}</a></footer>
</div>
<script src="${SHOP_SCRIPT_PATH}" data-app="${app}" data-lang="${language}" data-ask="${says.askText}"></script>
</body>
</html>
`.text
}
