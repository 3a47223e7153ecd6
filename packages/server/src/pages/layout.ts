import { hash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { html, Markup } from './html.ts'
import { type Language, languageOf } from './language.ts'
import { css } from './style.ts'
import { type Texts, texts } from './texts.ts'

/** Who reads a page: in which language, and under which origin they reached us. */
export interface Reader {
  language: Language
  says: Texts
  origin: string
}

/** A page before it is framed; `forms` is where its forms may lead, beside our own pages. */
interface Drawn {
  title: string
  body: Markup
  forms?: string
}

/** Answers with one of our pages, in the reader's language. */
export function sendPage(
  request: FastifyRequest<{ Querystring: { lang?: string } }>,
  reply: FastifyReply,
  publicUrl: string | undefined,
  draw: (reader: Reader) => Drawn,
): FastifyReply {
  const language = languageOf(request.query.lang, request.headers['accept-language'])
  const origin = publicUrl ?? `${request.protocol}://${request.host}`
  const page = draw({ language, says: texts[language], origin })
  return reply
    .headers(headersOf(page))
    .headers({ vary: 'accept-language', 'content-language': language, 'cache-control': 'no-cache' })
    .type('text/html; charset=utf-8')
    .send(layout(language, page.title, page.body))
}

function layout(language: Language, title: string, body: Markup): string {
  const { otherLanguage } = texts[language]
  const other: Language = language === 'en' ? 'fr' : 'en'
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="${ICON}">
<style>${new Markup(css)}</style>
</head>
<body>
<div class="page">
<header class="top"><h1>${LOGO}${title}</h1><a href="?lang=${other}" hreflang="${other}" lang="${other}">${otherLanguage}</a></header>
<main>${body}</main>
</div>
</body>
</html>
`.text
}

/** A counter with somebody behind it, as the app for teammates has it. */
const drawn = (ground: string, lines: string): string =>
  `<rect width="32" height="32" rx="8.5" fill="${ground}"/><path d="M8.5 22.5v-7.75a7.5 7.5 0 0 1 15 0v7.75M6.5 23.25h19" fill="none" stroke="${lines}" stroke-width="2.5" stroke-linecap="round"/><circle cx="16" cy="16.5" r="2.5" fill="${lines}"/>`

const LOGO = new Markup(
  `<svg class="logo" viewBox="0 0 32 32" aria-hidden="true">${drawn('var(--accent)', 'var(--paper)')}</svg>`,
)

const ICON = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${drawn('#0b6b57', '#fff')}</svg>`,
)}`

const styleHash = hash('sha256', css, 'base64')

/** Browsers hold a form to where it is sent on to, too. */
const headersOf = ({ forms }: Drawn) =>
  forms === undefined
    ? pageHeaders
    : {
        ...pageHeaders,
        'content-security-policy': pageHeaders['content-security-policy'].replace(
          "form-action 'none'",
          `form-action 'self' ${new URL(forms).origin}`,
        ),
      }

/** Our pages run no scripts and fetch nothing; the one style sheet is known by its hash. */
export const pageHeaders = {
  'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash}'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}
