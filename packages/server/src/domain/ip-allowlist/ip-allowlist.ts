import type { BlockList } from 'node:net'
import { errors, problem } from '@guichet/contract/errors.ts'
import type { IpAllowlist } from '@guichet/contract/models/ip-allowlist.ts'
import type { IpAllowlistRequest } from '@guichet/contract/operations/ip-allowlist.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { isIn, listOf, readRange, withoutMapping } from '../../egress/addresses.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import { type AllowlistRow, selectAllowlist, upsertAllowlist } from './ip-allowlist.sql.ts'

type AllowlistView = Static<typeof IpAllowlist>

const mayManage = permission('manage_ip_allowlist')
const MOST_ENTRIES = 1000

/** The addresses that may call the API, and whether only they may. */
export async function findAllowlist(tx: Tx, actor: Actor): Promise<AllowlistView> {
  mayManage(actor)
  return view((await selectAllowlist(tx, actor.workspace.id)) ?? EMPTY)
}

/** Sets what a request names. 422 for entries that are no addresses, and where it would lock the caller out. */
export async function updateAllowlist(
  tx: Tx,
  actor: Actor,
  request: Static<typeof IpAllowlistRequest>,
): Promise<AllowlistView> {
  mayManage(actor)
  const before = (await selectAllowlist(tx, actor.workspace.id)) ?? EMPTY
  const after = {
    enabled: request.enabled ?? before.enabled,
    entries: request.ip_allowlist ? readEntries(request.ip_allowlist) : before.entries,
  }
  const ip = withoutMapping(actor.ip ?? '')
  if (after.enabled && !isAllowed(after.entries, ip))
    throw refused(`Your IP (${ip}) is not on the allowlist. Saving would lock you out of this workspace.`)
  await upsertAllowlist(tx, actor, after)
  return view(after)
}

/** Whether a workspace lets in calls from an address. */
export async function admitsAddress(tx: Tx, workspaceId: string, ip: string | undefined): Promise<boolean> {
  const list = await selectAllowlist(tx, workspaceId)
  return !list?.enabled || isAllowed(list.entries, ip ?? '')
}

/** Whether an address may call where only some may. */
export function isAllowed(entries: string[], ip: string): boolean {
  const list = compiled.get(entries) ?? listOf(entries)
  compiled.set(entries, list)
  return isIn(list, ip)
}

/** Lists are asked over and over for as long as a credential is remembered. */
const compiled = new WeakMap<string[], BlockList>()

const EMPTY: AllowlistRow = { enabled: false, entries: [] }

function readEntries(given: string[]): string[] {
  if (given.length > MOST_ENTRIES) throw refused(`ip_allowlist may hold at most ${MOST_ENTRIES} entries`)
  const entries = given.map(entry => entry.trim())
  const odd = entries.find(entry => !readRange(entry))
  if (odd !== undefined) throw refused(`'${odd.slice(0, 100)}' is not an IP address or range`)
  return entries
}

const refused = (message: string) => problem(errors.ipAllowlistInvalid, message)

const view = ({ enabled, entries }: AllowlistRow): AllowlistView => ({
  type: 'ip_allowlist',
  enabled,
  ip_allowlist: entries,
})
