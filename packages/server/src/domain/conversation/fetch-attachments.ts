import type { Database, Tx } from '../../db/database.ts'
import type { Egress, Incoming } from '../../egress/egress.ts'
import { EgressError } from '../../egress/egress-error.ts'
import { type FileStore, pathOf } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { MOST_BYTES } from './attach.ts'
import type { Attachment } from './attachment.ts'
import {
  claimFetch,
  type DueFetch,
  deleteFetch,
  insertFetches,
  postponeFetch,
  replaceWaiting,
  selectDueFetches,
} from './fetch-attachments.sql.ts'
import { readFile } from './fetched-file.ts'

/** Has the files fetched that a conversation or ticket holds by their address alone, once this transaction is over. */
export async function fetchLater(
  tx: Tx,
  actor: Actor,
  conversationId: number,
  attachments: Attachment[],
): Promise<void> {
  const urls = attachments.filter(({ fetch }) => fetch === 'pending').map(({ url }) => url)
  if (urls.length > 0) await insertFetches(tx, actor.workspace.id, conversationId, [...new Set(urls)])
}

export interface Fetching {
  database: Database
  egress: Egress
  files: FileStore
  now: number
}

/** After how many seconds an address that did not answer is tried again; after the last the file is given up. */
const RETRIES = [10, 60, 600]
/** How long a file may take, and how long others keep off one that is being fetched, in seconds. */
const PATIENCE = 60
const LEASE = 120
/** Each is held in memory while it comes. */
const AT_ONCE = 2

/** Fetches the files that are due. Returns how many were tried. */
export async function fetchAttachments(on: Fetching): Promise<number> {
  let tried = 0
  for (;;) {
    const due = await selectDueFetches(on.database.unguarded.read, { now: on.now, most: AT_ONCE })
    const claimed = await Promise.all(due.map(fetch => fetchOne(on, fetch)))
    const count = claimed.filter(Boolean).length
    if (count === 0) return tried
    tried += count
  }
}

async function fetchOne(on: Fetching, due: DueFetch): Promise<boolean> {
  const mine = await on.database.transaction(tx => claimFetch(tx, due, on.now + LEASE))
  if (!mine) return false
  const outcome = await fetchFile(on, due)
  const wait = 'again' in outcome ? RETRIES[due.attempts] : undefined
  await on.database.transaction(async tx => {
    if (wait !== undefined) return postponeFetch(tx, due, on.now + wait)
    await replaceWaiting(tx, due, file => settled(file, outcome))
    await deleteFetch(tx, due)
  })
  return true
}

type Outcome = { file: Attachment } | { fault: string; again?: true }

/** A file that could not be had stays at its address, with the reason. */
function settled(waiting: Attachment, outcome: Outcome): Attachment {
  if ('file' in outcome) return outcome.file
  return { ...waiting, fetch: 'failed', fault: outcome.fault }
}

async function fetchFile({ egress, files }: Fetching, { workspace_id, url }: DueFetch): Promise<Outcome> {
  try {
    const answer = await egress.fetch({ url, timeoutMs: PATIENCE * 1000, maxBytes: MOST_BYTES, redirects: 5 })
    const refusal = refusalOf(answer)
    if (refusal) return refusal
    const file = readFile(answer)
    if (!('name' in file)) return file
    const key = await files.put(workspace_id, answer.body)
    return { file: { ...file, url: pathOf(key, file.name) } }
  } catch (error) {
    if (!(error instanceof EgressError)) throw error
    const { fault, message } = error
    return { fault: message, ...((fault === 'timeout' || fault === 'unreachable') && { again: true }) }
  }
}

function refusalOf({ status }: Incoming): Outcome | undefined {
  if (status >= 200 && status <= 299) return undefined
  const again = status >= 500 || status === 429 || status === 408
  return { fault: `The address answered ${status}`, ...(again && { again: true }) }
}
