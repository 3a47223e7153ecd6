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
<link rel="icon" href="data:,">
<style>${new Markup(css)}</style>
</head>
<body>
<div class="page">
<header class="top"><h1>${title}</h1><a href="?lang=${other}" hreflang="${other}" lang="${other}">${otherLanguage}</a></header>
<main>${body}</main>
</div>
</body>
</html>
`.text
}

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
