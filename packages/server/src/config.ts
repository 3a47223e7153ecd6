import { resolve } from 'node:path'
import type { Mailbox } from './mail/mailer.ts'

/** What the environment says about how to run. Every variable is in docs/operations.md. */
export interface Config {
  port: number
  host: string
  dataDir: string
  /** A PostgreSQL to use instead of the embedded one. */
  databaseUrl: string | undefined
  /** The Redis that several servers share; without one, each process keeps to itself what is in none of its rows. */
  redisUrl: string | undefined
  /** Whether the first start fills a workspace with demo data. */
  demo: boolean
  /** Fixes the access token that the first start makes. */
  accessToken: string | undefined
  /** Makes the owner's account at the first start, instead of a link to do that. */
  owner: { email: string; password: string } | undefined
  /** Requests per minute and app, or undefined for no limit. */
  rateLimit: number | undefined
  /** The origin the world sees, such as `https://support.example.com`; the request's own when undefined. */
  publicUrl: string | undefined
  /** Whether limits of the original are kept that serve nobody here: see `docs/operations.md`. */
  strict: boolean
  /** What stored secrets are encrypted under, instead of a key kept in the data folder. */
  secretKey: string | undefined
  /** Hosts, addresses and ranges that requests of users' making may go to though they are not public. */
  egressAllow: string[]
  /** The mail server, such as `smtps://user:password@smtp.example.com`; without one, mails stay in the outbox. */
  smtpUrl: string | undefined
  /** Who mails are from, such as `Example <support@example.com>`. */
  mailFrom: Mailbox
  /** The LibreTranslate that translates what customers and teammates write; without one nothing is translated. */
  translation: { url: string; apiKey: string | undefined } | undefined
  /** How many days what apps were told is kept. */
  webhookLogDays: number
  /** How many days, and how many requests of a workspace, what clients asked is kept. */
  apiLog: { days: number; rows: number }
  logLevel: string
}

type Environment = Record<string, string | undefined>

/** Reads the configuration; throws with a sentence a person can act on. */
export function readConfig(env: Environment): Config {
  return {
    port: wholeNumber(env, 'PORT', 3000),
    host: env['HOST'] ?? '127.0.0.1',
    dataDir: resolve(env['GUICHET_DATA_DIR'] ?? './data'),
    databaseUrl: env['DATABASE_URL'] || undefined,
    redisUrl: redis(env),
    demo: env['GUICHET_DEMO'] !== '0',
    accessToken: env['GUICHET_ACCESS_TOKEN'] || undefined,
    owner: ownerOf(env),
    rateLimit:
      env['GUICHET_RATE_LIMIT'] === 'off' ? undefined : wholeNumber(env, 'GUICHET_RATE_LIMIT', 10_000),
    publicUrl: env['PUBLIC_URL']?.replace(/\/+$/, '') || undefined,
    strict: env['GUICHET_STRICT'] === '1',
    secretKey: env['GUICHET_SECRET_KEY'] || undefined,
    egressAllow: (env['GUICHET_EGRESS_ALLOW'] ?? '').split(/[\s,]+/).filter(Boolean),
    ...mail(env),
    translation: translation(env),
    webhookLogDays: wholeNumber(env, 'GUICHET_WEBHOOK_LOG_DAYS', 30),
    apiLog: {
      days: wholeNumber(env, 'GUICHET_API_LOG_DAYS', 7),
      rows: wholeNumber(env, 'GUICHET_API_LOG_ROWS', 1_000_000),
    },
    logLevel: env['LOG_LEVEL'] ?? 'info',
  }
}

function redis(env: Environment): string | undefined {
  const url = env['REDIS_URL'] || undefined
  if (url === undefined || (/^rediss?:\/\/./.test(url) && URL.canParse(url))) return url
  throw new Error('REDIS_URL must be an address such as redis://user:password@redis.example.com:6379/0')
}

function translation(env: Environment): Config['translation'] {
  const url = env['LIBRETRANSLATE_URL'] || undefined
  if (url === undefined) return undefined
  if (!/^https?:\/\/./.test(url) || !URL.canParse(url))
    throw new Error('LIBRETRANSLATE_URL must be an address such as https://translate.example.com')
  return { url, apiKey: env['LIBRETRANSLATE_API_KEY'] || undefined }
}

function mail(env: Environment): Pick<Config, 'smtpUrl' | 'mailFrom'> {
  const smtpUrl = env['SMTP_URL'] || undefined
  const from = env['MAIL_FROM'] || undefined
  if (smtpUrl === undefined) return { smtpUrl, mailFrom: from ? mailbox(from) : { address: NOBODY } }
  if (!/^smtps?:\/\/./.test(smtpUrl) || !URL.canParse(smtpUrl))
    throw new Error('SMTP_URL must be an address such as smtps://user:password@smtp.example.com')
  if (from === undefined) throw new Error('MAIL_FROM must say who mails are from when SMTP_URL is set')
  return { smtpUrl, mailFrom: mailbox(from) }
}

/** Mails that stay here are from nobody in particular. */
const NOBODY = 'guichet@localhost'

/** `support@example.com`, or `Example <support@example.com>`. */
function mailbox(text: string): Mailbox {
  const [, name = '', address = ''] = /^(?:(.*?)\s*<)?([^\s<>@]+@[^\s<>@]+)>?$/.exec(text.trim()) ?? []
  if (address === '')
    throw new Error(`MAIL_FROM must be an address such as Example <support@example.com>, not "${text}"`)
  return { address, name: name.replace(/^"(.*)"$/, '$1') }
}

function ownerOf(env: Environment): Config['owner'] {
  const [email, password] = [env['GUICHET_OWNER_EMAIL'], env['GUICHET_OWNER_PASSWORD']]
  if (!email && !password) return undefined
  if (email && password) return { email, password }
  throw new Error('GUICHET_OWNER_EMAIL and GUICHET_OWNER_PASSWORD go together')
}

function wholeNumber(env: Environment, name: string, fallback: number): number {
  const text = env[name]
  if (!text) return fallback
  const value = Number(text)
  if (Number.isInteger(value) && value >= 0) return value
  throw new Error(`${name} must be a whole number, not "${text}"`)
}
