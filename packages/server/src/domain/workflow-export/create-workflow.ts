import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { insertWorkflow } from './workflow-export.sql.ts'

export interface NewWorkflow {
  /** Given only where others must know it beforehand. */
  id?: number
  title: string
  description?: string
  trigger_type: string
  state?: 'live' | 'draft' | 'paused'
  target_channels?: string[]
  preferred_devices?: string[]
  targeting?: Record<string, unknown>
  /** The steps. */
  snapshot?: Record<string, unknown>
  attributes?: Record<string, unknown>[]
  embedded_rules?: Record<string, unknown>[]
}

/** Keeps a workflow as it is set up; returns its id. No call of the public API makes one. */
export const createWorkflow = (tx: Tx, actor: Actor, workflow: NewWorkflow): Promise<number> =>
  insertWorkflow(tx, actor, workflow)
