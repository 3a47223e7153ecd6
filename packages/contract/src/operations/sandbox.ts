import {
  FAULT_KINDS,
  Sandbox,
  SandboxClock,
  SandboxFault,
  SandboxFaultList,
  SandboxSeed,
} from '../models/sandbox.ts'
import { family } from '../operation.ts'
import { model, nullable, oneOf, optional, Type } from '../schema.ts'

export const CreateSandboxRequest = model('create_sandbox_request', {
  name: optional(Type.String()),
  /** What it begins with: the demo's data, or nothing. */
  seed: optional(oneOf('demo', 'empty')),
})

export const MoveClockRequest = model('move_clock_request', {
  now: optional(Type.Integer()),
  advance: optional(Type.Integer()),
  frozen: optional(Type.Boolean()),
})

export const AddFaultRequest = model('add_fault_request', {
  kind: oneOf(...FAULT_KINDS),
  method: optional(nullable(oneOf('GET', 'POST', 'PUT', 'PATCH', 'DELETE'))),
  route: optional(nullable(Type.String())),
  probability: optional(Type.Number()),
  count: optional(nullable(Type.Integer())),
  duration: optional(nullable(Type.Integer())),
  seed: optional(Type.Integer()),
  status: optional(Type.Integer()),
  done: optional(Type.Boolean()),
  delay_ms: optional(Type.Integer()),
  lag: optional(Type.Integer()),
})

const ours = { scope: 'manage_sandbox', addition: true } as const

/** Workspaces to try things in. Additions of ours: docs/sandbox.md. */
export const sandbox = family({
  create: {
    ...ours,
    method: 'POST',
    path: '/sandboxes',
    summary: 'Make a workspace to try things in',
    ownTransactions: true,
    body: CreateSandboxRequest,
    bodyOptional: true,
    status: 201,
    answer: Sandbox,
  },
  findClock: {
    ...ours,
    method: 'GET',
    path: '/sandbox/clock',
    summary: 'The time it is in a sandbox',
    answer: SandboxClock,
  },
  moveClock: {
    ...ours,
    method: 'PUT',
    path: '/sandbox/clock',
    summary: 'Move the clock of a sandbox on, and do what becomes due',
    ownTransactions: true,
    body: MoveClockRequest,
    answer: SandboxClock,
  },
  listFaults: {
    ...ours,
    method: 'GET',
    path: '/sandbox/faults',
    summary: 'What goes wrong in a sandbox',
    answer: SandboxFaultList,
  },
  addFault: {
    ...ours,
    method: 'POST',
    path: '/sandbox/faults',
    summary: 'Let something go wrong in a sandbox',
    body: AddFaultRequest,
    status: 201,
    answer: SandboxFault,
  },
  clearFaults: {
    ...ours,
    method: 'DELETE',
    path: '/sandbox/faults',
    summary: 'Let nothing go wrong any more',
    answer: SandboxFaultList,
  },
  removeFault: {
    ...ours,
    method: 'DELETE',
    path: '/sandbox/faults/{id}',
    summary: 'Let one thing go wrong no more',
    answer: SandboxFault,
  },
  seed: {
    ...ours,
    method: 'POST',
    path: '/sandbox/seed',
    summary: 'Make the present state the one that a reset returns to',
    ownTransactions: true,
    answer: SandboxSeed,
  },
  reset: {
    ...ours,
    method: 'POST',
    path: '/sandbox/reset',
    summary: 'Return a sandbox to its seed',
    ownTransactions: true,
    answer: SandboxSeed,
  },
})
