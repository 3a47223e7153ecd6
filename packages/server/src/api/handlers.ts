import type { AnyCall, Call, Handlers, Operation } from '@guichet/contract/operation.ts'
import type { Database, Lanes, Tx } from '../db/database.ts'
import type { Actor, Guest } from '../domain/actor.ts'
import type { Clockwork } from '../domain/sandbox/index.ts'
import type { Egress } from '../egress/egress.ts'
import type { Outbound } from '../egress/outbound.ts'
import type { Reach } from '../egress/reach.ts'
import type { EventSignals } from '../events/event-signals.ts'
import type { Live } from '../realtime/live.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { FileStore } from '../storage/file-store.ts'
import type { Translator } from '../translation/translator.ts'

/** What every handler is given besides the request. `tx` is a transaction, or for a read the pool. */
export interface Context {
  tx: Tx
  actor: Actor
  /** Where attached files are kept. */
  files: FileStore
  /** What seals the secrets that are kept. */
  secrets: SecretBox
  /** The way out for what users name. */
  egress: Egress
  /** The streams that are open. */
  live: Live
  cookie: Cookie
  /** For an operation that opens transactions of its own. */
  database: Database
  /** What does by the clock whatever becomes due. */
  clockwork: Clockwork
  /** The way out to addresses that users name. */
  outbound: Outbound
  /** The way to servers that users name and that speak something other than HTTP. */
  reach: Reach
  /** What translates, where the operator has set one up. */
  translator: Translator | undefined
  /** Whether there is a mail server, so that mails leave. */
  mailLeaves: boolean
  /** Tells how far the event logs have come. */
  signals: EventSignals
  /** What writes down the requests that wait to be logged, so that who reads the log finds them. */
  requestLog: { write(): Promise<void> }
}

/** What a handler of an operation for anybody is given. It has its transactions to itself: a refusal may leave traces. */
export interface GuestContext {
  database: Lanes & { unguarded: Lanes }
  guest: Guest
  came: Came
  egress: Egress
  secrets: SecretBox
  files: FileStore
  cookie: Cookie
}

/** What a browser came with. */
export interface Came {
  /** The query as it stands in the URL, `?` and all; empty where there is none. */
  search: string
  cookies: Record<string, string | undefined>
}

/** The cookie of the caller's session, which changes once the request has gone well. */
export interface Cookie {
  /** Lets the caller in by a token; leaves things as they are where there is none. */
  give(token: string | undefined): void
  take(): void
}

/** One operation and what answers it: for somebody who was admitted, or for anybody. */
export type Route = MemberRoute | GuestRoute

export interface MemberRoute {
  operation: Operation
  /** What is done before the transaction of a change begins: waiting for others, such as an address that is asked. */
  before?(call: AnyCall<Unbegun>): Promise<unknown>
  handle(call: AnyCall<Context>): Promise<unknown>
}

type Unbegun = Omit<Context, 'tx'>

export interface GuestRoute {
  operation: Operation
  welcome(call: AnyCall<GuestContext>): Promise<unknown>
}

/** An answer without a body. */
export const done = async (work: Promise<void>): Promise<undefined> => {
  await work
  return undefined
}

type MemberFamily = Record<string, Operation & { access?: 'token' | 'session' | 'messenger' }>
type GuestFamily = Record<string, Operation & { access: 'public' }>

/** Binds handlers to the operations of a family; a missing or ill-typed one does not compile. */
export function handlers<F extends MemberFamily>(
  family: F,
  of: Handlers<F, Context>,
  before: Befores<F> = {},
): MemberRoute[] {
  const byName: Record<string, MemberRoute['handle']> = of
  const beforeByName: Record<string, MemberRoute['before']> = before
  return Object.entries(family).flatMap(([name, operation]) => {
    const handle = byName[name]
    const first = beforeByName[name]
    return handle ? { operation, handle, ...(first && { before: first }) } : []
  })
}

/** Methods, so that those of all operations fit in one list. */
type Befores<F extends MemberFamily> = {
  [Name in keyof F]?: { before(call: Call<F[Name], Unbegun>): Promise<unknown> }['before']
}

/** As `handlers`, for operations that are for anybody. */
export function guestHandlers<F extends GuestFamily>(family: F, of: Handlers<F, GuestContext>): GuestRoute[] {
  const byName: Record<string, GuestRoute['welcome']> = of
  return Object.entries(family).flatMap(([name, operation]) => {
    const welcome = byName[name]
    return welcome ? { operation, welcome } : []
  })
}
