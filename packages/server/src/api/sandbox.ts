import { sandbox } from '@guichet/contract/operations/sandbox.ts'
import {
  addFault,
  clearFaults,
  createSandbox,
  findClock,
  keepSeed,
  listFaults,
  moveClock,
  removeFault,
  resetToSeed,
} from '../domain/sandbox/index.ts'
import { handlers } from './handlers.ts'

export const sandboxRoutes = handlers(sandbox, {
  create: ({ database, actor, body }) => createSandbox(database, actor, body),
  findClock: ({ tx, actor }) => findClock(tx, actor),
  moveClock: ({ database, clockwork, actor, body }) => moveClock({ database, clockwork }, actor, body),
  listFaults: ({ tx, actor }) => listFaults(tx, actor),
  addFault: ({ tx, actor, body }) => addFault(tx, actor, body),
  clearFaults: ({ tx, actor }) => clearFaults(tx, actor),
  removeFault: ({ tx, actor, params }) => removeFault(tx, actor, params.id),
  seed: ({ database, clockwork, actor }) => keepSeed({ database, clockwork }, actor),
  reset: ({ database, clockwork, actor }) => resetToSeed({ database, clockwork }, actor),
})
