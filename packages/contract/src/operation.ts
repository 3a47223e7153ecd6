import type { Static, TSchema } from './schema.ts'
import type { Version } from './version.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/**
 * Who is let in: `token` is whoever has an access token, or is signed in at our own pages; `session` only the latter;
 * `messenger` a customer who looks through the messenger; `public` anybody, for what comes before signing in.
 */
export type Access = 'token' | 'session' | 'messenger' | 'public'

/** One operation of the API, in its newest shape. `path` names parameters as OpenAPI does: `/tags/{id}`. */
export interface Operation {
  method: Method
  path: string
  /** First and last version that has the operation. */
  since?: Version
  until?: Version
  /** Who is let in, `token` unless said. */
  access?: Access
  /** The permission a token or a role needs; that of an operation for anybody is never asked for. */
  scope: string
  /** A permission that lets in as well, for a part of it: the command says which. */
  orScope?: string
  /** Set where somebody who still has to set up their second factor is let in. */
  beforeTwoFactor?: boolean
  summary: string
  /** A GET reads and runs outside a transaction, all else writes: set where that is not so (searches, scrolls). */
  reads?: boolean
  query?: TSchema
  body?: TSchema
  /** A body that may be left out altogether. */
  bodyOptional?: boolean
  /** The body is a multipart form, and its files come as `FormFile`; or a mail, which comes as its file `message`. */
  form?: boolean
  /** The body is a file, whatever type it says it has, which the handler reads as it comes in: nothing keeps it in memory. */
  takesFile?: boolean
  /** How often one address may call what is for anybody, a minute, where it is not the usual 120. */
  callsPerMinute?: number
  /** The largest body in bytes, where it is not the usual 5 MiB. */
  maxBody?: number
  /** Set where the answer is a job: it is begun before the answer is sent, and a small one is done by then. */
  enqueues?: boolean
  /** Status of success, 200 unless said. */
  status?: number
  /** Not in the published descriptions, but ours. */
  addition?: boolean
  /** Writes in transactions of its own, one after another: the call is no single one, and knows no `Idempotency-Key`. */
  ownTransactions?: boolean
  /** Answers as of a moment in the past, where `Guichet-As-Of` names one. An addition of ours: docs/as-of.md. */
  asOf?: boolean
  /** What success carries; absent where the body is empty. */
  answer?: TSchema
  /** Success is no JSON: the handler gives text, bytes or nothing, with headers of its own. */
  raw?: boolean
  /** The media type of what a `raw` operation gives: its caller must accept it, and it is sent as it is. */
  gives?: string
  /** Success is a stream of server-sent events. */
  streams?: boolean
}

/** What a `raw` operation answers. */
export interface RawAnswer {
  headers: Record<string, string>
  body?: string | AsyncIterable<Uint8Array>
}

/** What an operation answers that `streams`: it writes to the sink until that is closed. */
export type StreamAnswer = (sink: StreamSink) => void

/** Where the frames of one stream go. */
export interface StreamSink {
  /** Bytes as they go out: what many hear is put into bytes once. */
  write(frame: Uint8Array): void
  /** Whether its reader does not keep up: a megabyte waits for it. */
  isBehind(): boolean
  /** Whether whoever opened it may still read it. */
  isWelcome(): Promise<boolean>
  end(): void
  onClose(closed: () => void): void
}

/** A file of a form. */
export interface FormFile {
  name: string
  bytes: Uint8Array
}

export type Family = Record<string, Operation>

/** Declares the operations of one family; the names are ours, and the keys of its handlers. */
export const family = <const F extends Family>(operations: F): F => operations

/** The parameters in a path: `'/contacts/{id}/tags'` gives `{ id: string }`. */
export type PathParams<P extends string> = { [K in ParamNames<P>]: string }
type ParamNames<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never

/** What a handler is given: the parsed request in its newest shape, beside the server's own context. */
export type Call<O extends Operation, Context> = Context & {
  params: PathParams<O['path']>
  query: O['query'] extends TSchema ? Static<O['query']> : Record<string, never>
  body: BodyOf<O>
}

type BodyOf<O extends Operation> = O extends { takesFile: true }
  ? AsyncIterable<Uint8Array>
  : O['body'] extends TSchema
    ? Static<O['body']>
    : undefined

export type AnswerOf<O extends Operation> = O extends { streams: true }
  ? StreamAnswer
  : O extends { raw: true }
    ? RawAnswer
    : O['answer'] extends TSchema
      ? Static<O['answer']>
      : undefined

/** A call as code sees it that serves any operation. */
export type AnyCall<Context> = Context & { params: Record<string, string>; query: unknown; body: unknown }

/** Answers one operation; written as a method so that handlers of all operations fit in one list. */
export type Handler<O extends Operation, Context> = {
  handle(call: Call<O, Context>): Promise<AnswerOf<O>>
}['handle']

/** A handler for every operation of a family: one missing, or one of the wrong type, does not compile. */
export type Handlers<F extends Family, Context> = { [K in keyof F]: Handler<F[K], Context> }
