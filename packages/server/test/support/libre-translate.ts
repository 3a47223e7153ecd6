import { createServer, type IncomingMessage } from 'node:http'
import { afterAll } from 'vitest'

/** A request that a LibreTranslate was sent. */
export interface Heard {
  path: string
  body: Record<string, unknown>
}

export interface FakeLibreTranslate {
  url: string
  heard: Heard[]
  /** How it fails from now on, such as `{status: 429, error: 'Slowdown'}`; `hang` never answers. */
  failing: { status: number; error: string } | 'hang' | undefined
  /** What it knows besides, from text to text, by language. */
  words: Record<string, string>
}

const LANGUAGES = ['en', 'fr', 'de', 'pt-BR']
const NAMES: Record<string, string> = {
  en: 'English',
  fr: 'French',
  de: 'German',
  'pt-BR': 'Portuguese (Brazil)',
}

/** Words by which it tells a language, as a reader of few books would. */
const TELLING: [language: string, words: RegExp][] = [
  ['fr', /\b(bonjour|merci|où|est|ma|mon|commande|je|vous|suis)\b/gi],
  ['de', /\b(guten|ist|meine|danke|bestellung|wo)\b/gi],
  ['en', /\b(hello|where|is|my|order|thanks|the|it|we|your)\b/gi],
]

/**
 * What speaks as a LibreTranslate does (https://docs.libretranslate.com): `/languages`, `/detect`, `/translate`, its key and its errors. It
 * translates what it was taught, and marks the rest with the language: `[fr] Hello`.
 */
export async function startLibreTranslate({ apiKey }: { apiKey?: string } = {}): Promise<FakeLibreTranslate> {
  const fake: FakeLibreTranslate = { url: '', heard: [], failing: undefined, words: {} }
  const server = createServer(async (request, response) => {
    const path = request.url ?? ''
    const body = await bodyOf(request)
    fake.heard.push({ path, body })
    if (fake.failing === 'hang') return
    const { status, said } = answerOf(fake, { path, body, apiKey })
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(said))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  afterAll(() => {
    server.closeAllConnections()
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('it has no port')
  fake.url = `http://127.0.0.1:${address.port}`
  return fake
}

function answerOf(
  { failing, words }: FakeLibreTranslate,
  { path, body, apiKey }: Heard & { apiKey: string | undefined },
): { status: number; said: unknown } {
  const refused = (error: string, status = 400) => ({ status, said: { error } })
  if (typeof failing === 'object') return refused(failing.error, failing.status)
  if (path === '/languages') {
    const said = LANGUAGES.map(code => ({ code, name: NAMES[code], targets: LANGUAGES }))
    return { status: 200, said }
  }
  if (apiKey !== undefined && body['api_key'] !== apiKey)
    return refused('Please contact the server operator to get an API key', 403)
  const { q, source, target, format = 'text' } = body
  if (typeof q !== 'string' || q === '') return refused('Invalid request: missing q parameter')
  if (path === '/detect') return { status: 200, said: detected(q) }
  if (path !== '/translate') return refused('Not found', 404)
  for (const [name, code] of Object.entries({ source, target })) {
    if (typeof code !== 'string') return refused(`Invalid request: missing ${name} parameter`)
    if (!LANGUAGES.includes(code)) return refused(`${code} is not supported`)
  }
  if (format !== 'html' && format !== 'text') return refused(`${format} format is not supported`)
  return { status: 200, said: { translatedText: translated(words, q, String(target)) } }
}

function detected(text: string): { language: string; confidence: number }[] {
  const counts = TELLING.map(([language, words]) => ({ language, count: text.match(words)?.length ?? 0 }))
  const best = counts.toSorted((a, b) => b.count - a.count)[0]
  if (!best || best.count === 0) return [{ language: 'en', confidence: 0 }]
  return [{ language: best.language, confidence: Math.min(100, 40 + best.count * 20) }]
}

/** Only what stands between tags is translated, and tags stay where they are. */
const translated = (words: Record<string, string>, html: string, to: string): string =>
  html.replace(/>([^<]+)<|^([^<>]+)$/g, (all, inside?: string, plain?: string) => {
    const text = (inside ?? plain ?? '').trim()
    if (text === '') return all
    const said = words[`${to} ${text}`] ?? `[${to}] ${text}`
    return inside === undefined ? said : `>${said}<`
  })

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  const text = Buffer.concat(chunks).toString()
  return text === '' ? {} : JSON.parse(text)
}
