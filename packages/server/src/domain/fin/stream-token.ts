import { createHmac, timingSafeEqual } from 'node:crypto'
import { type Static, Type } from '@guichet/contract/schema.ts'
import { Compile } from 'typebox/schema'

const Claims = Type.Object({
  aud: Type.Literal('fin_agent_api'),
  /** The session. */
  sub: Type.String(),
  /** The last event before the token was made: what a stream without a rewind starts behind. */
  after: Type.Integer(),
  exp: Type.Integer(),
})

export type StreamClaims = Static<typeof Claims>

/** How long a stream may be opened, in seconds. */
export const TOKEN_LIFE = 180

/** A JSON Web Token that opens one session's stream. */
export function signStreamToken(secret: string, claims: Omit<StreamClaims, 'aud'>): string {
  const body = `${HEADER}.${encoded({ aud: 'fin_agent_api', ...claims })}`
  return `${body}.${mac(secret, body).toString('base64url')}`
}

/** What a token says; undefined for one that is forged or has expired. */
export function readStreamToken(secret: string, token: string, now: number): StreamClaims | undefined {
  const [header = '', payload = '', signature = ''] = token.split('.')
  const expected = mac(secret, `${header}.${payload}`)
  const given = Buffer.from(signature, 'base64url')
  if (header !== HEADER || given.length !== expected.length || !timingSafeEqual(given, expected))
    return undefined
  const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'))
  return validator.Check(claims) && claims.exp > now ? claims : undefined
}

const validator = Compile(Claims)

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

const HEADER = encoded({ alg: 'HS256', typ: 'JWT' })

const mac = (secret: string, text: string): Buffer => createHmac('sha256', secret).update(text).digest()
