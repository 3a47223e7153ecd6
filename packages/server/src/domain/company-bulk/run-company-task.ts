import {
  BulkCreateCompaniesRequest,
  BulkUpdateCompaniesRequest,
} from '@guichet/contract/operations/company-bulk.ts'
import { Compile } from 'typebox/schema'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type Item, onlyListed, runTask } from '../bulk/index.ts'
import { deleteCompany, saveCompany, updateCompany } from '../company/index.ts'

/** Does a task of a bulk job of companies. */
export const runCompanyTask = (tx: Tx, actor: Actor, request: unknown): Promise<null> =>
  runTask(tx, actor, request, { create: save, update, delete: remove })

async function save(tx: Tx, actor: Actor, item: Item): Promise<void> {
  const listed = onlyListed(item, SAVE)
  if (!saves.Check(listed)) throw unreadable()
  await saveCompany(tx, actor, listed)
}

async function update(tx: Tx, actor: Actor, item: Item): Promise<void> {
  const listed = onlyListed(item, UPDATE)
  if (!updates.Check(listed)) throw unreadable()
  const { id, ...fields } = listed
  await updateCompany(tx, actor, id, fields)
}

async function remove(tx: Tx, actor: Actor, item: Item): Promise<void> {
  await deleteCompany(tx, actor, String(item['id']))
}

const SAVE = BulkCreateCompaniesRequest.properties.companies.items
const UPDATE = BulkUpdateCompaniesRequest.properties.companies.items
const saves = Compile(SAVE)
const updates = Compile(UPDATE)

const unreadable = () => new Error('an item of a bulk job is not what was checked when it came')
