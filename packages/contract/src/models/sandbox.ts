import { model, nullable, oneOf, optional, Type } from '../schema.ts'

/** The clock of a sandbox. */
export const SandboxClock = model('sandbox_clock', {
  type: Type.Literal('sandbox.clock'),
  /** The time it is there. */
  now: Type.Integer(),
  /** Seconds that it is ahead of the world. */
  offset: Type.Integer(),
  /** Whether it stands still. */
  frozen: Type.Boolean(),
  /** How many things were done that became due, where the clock was moved. */
  ran: optional(Type.Integer()),
})

export const Sandbox = model('sandbox', {
  type: Type.Literal('sandbox'),
  workspace_id: Type.String(),
  name: Type.String(),
  /** An access token that may do everything there, told this once. */
  access_token: Type.String(),
})

export const FAULT_KINDS = [
  'rate_limit',
  'latency',
  'error',
  'search_lag',
  'webhook_duplicate',
  'webhook_reorder',
] as const

/** Something that goes wrong in a sandbox on purpose. */
export const SandboxFault = model('sandbox_fault', {
  type: Type.Literal('sandbox.fault'),
  id: Type.String(),
  kind: oneOf(...FAULT_KINDS),
  method: nullable(Type.String()),
  route: nullable(Type.String()),
  probability: Type.Number(),
  count: nullable(Type.Integer()),
  until: nullable(Type.Integer()),
  seed: Type.Integer(),
  status: optional(Type.Integer()),
  done: optional(Type.Boolean()),
  delay_ms: optional(Type.Integer()),
  lag: optional(Type.Integer()),
  /** How often it could have struck, and did. */
  seen: Type.Integer(),
  struck: Type.Integer(),
})

export const SandboxFaultList = model('sandbox_fault_list', {
  type: Type.Literal('list'),
  data: Type.Array(SandboxFault),
})

/** What a sandbox returned to, or will. */
export const SandboxSeed = model('sandbox_seed', {
  type: Type.Literal('sandbox.seed'),
  /** How many rows the state is made of. */
  rows: Type.Integer(),
  clock: SandboxClock,
})
