import type {
  BulkCreateCompaniesRequest,
  BulkDeleteCompaniesRequest,
  BulkUpdateCompaniesRequest,
} from '@guichet/contract/operations/company-bulk.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { enqueueTask, findBulkJob, type NewTask } from '../bulk/index.ts'

/** Makes many companies later, or changes those that have their `company_id` already. */
export const bulkSaveCompanies = (tx: Tx, actor: Actor, request: Static<typeof BulkCreateCompaniesRequest>) =>
  enqueue(tx, actor, 'create', request)

/** Changes many companies later, each named by its id. */
export const bulkUpdateCompanies = (
  tx: Tx,
  actor: Actor,
  request: Static<typeof BulkUpdateCompaniesRequest>,
) => enqueue(tx, actor, 'update', request)

/** Deletes many companies later; their contacts stay. */
export const bulkDeleteCompanies = (
  tx: Tx,
  actor: Actor,
  request: Static<typeof BulkDeleteCompaniesRequest>,
) => enqueue(tx, actor, 'delete', request)

/** How a bulk job of companies stands. */
export const findCompanyBulk = (tx: Tx, actor: Actor, id: string) => findBulkJob(tx, actor, 'companies', id)

const enqueue = (
  tx: Tx,
  actor: Actor,
  action: NewTask['action'],
  { companies, job }: { companies: object[]; job?: { id: string } },
) =>
  enqueueTask(tx, actor, {
    noun: 'companies',
    kind: 'company_bulk',
    action,
    items: companies,
    jobId: job?.id,
  })
