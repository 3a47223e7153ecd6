import type { Database } from '../db/database.ts'
import { listWorkspaces } from '../domain/workspace/index.ts'
import { Complaint } from './complaint.ts'

/** The workspace asked for, or the only one. */
export async function chooseWorkspace(database: Database, asked: string | undefined): Promise<string> {
  const all = await listWorkspaces(database.unguarded.read)
  if (asked !== undefined) {
    if (all.some(({ id }) => id === asked)) return asked
    throw new Complaint(`There is no workspace ${asked}.`)
  }
  const [only, ...others] = all
  if (!only) throw new Complaint('There is no workspace yet: run npx guichet start, or workspace create.')
  if (others.length === 0) return only.id
  throw new Complaint(`Say which workspace: --workspace ${all.map(({ id }) => id).join(' | ')}.`)
}
