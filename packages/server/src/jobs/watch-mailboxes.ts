import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { enterMailbox, faultOf, type Looking, readFolder, say } from '../domain/incoming-mail/index.ts'
import { claimMailbox, findMailboxRow, type MailboxRow, selectUnattended } from '../domain/mailbox/index.ts'
import type { Reach } from '../egress/reach.ts'
import type { Log } from '../log.ts'
import type { OpenFolder } from '../mail/imap.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { FileStore } from '../storage/file-store.ts'
import { every, type Sweep } from './sweep.ts'

interface Watching {
  database: Database
  clock: Clock
  files: FileStore
  secrets: SecretBox
  reach: Reach
  log: Log
}

/** How long others keep off a mailbox that is looked after: longer than one wait and what came in it take. */
const LEASE = 180
/** How long a server that says nothing is waited for, before it is asked. */
const WAIT_MS = 60_000
/** When a server is tried again that could not be read, in seconds. */
const AGAIN = 60
const ROUND_MS = 5000

/**
 * Looks after the mailboxes of IMAP servers: one process after each, which is told by the server of what is new. A process that
 * dies leaves its mailboxes to others, after the lease.
 */
export function watchMailboxes(on: Watching): Sweep {
  const open = new Map<string, OpenFolder | undefined>()
  let stopped = false
  const begin = (mailbox: MailboxRow) => {
    const key = keyOf(mailbox)
    if (stopped || open.has(key)) return undefined
    open.set(key, undefined)
    const alive = () => !stopped
    return lookAfter(on, mailbox, { alive, opened: folder => void open.set(key, folder) })
      .catch((error: unknown) => on.log.error({ err: error }, 'a mailbox could not be looked after'))
      .finally(() => open.delete(key))
  }
  const under = new Set<Promise<void>>()
  const sweep = every(ROUND_MS, on.log, async () => {
    for (const mailbox of await selectUnattended(on.database.unguarded.read, seconds(on.clock))) {
      const work = begin(mailbox)
      if (!work) continue
      under.add(work)
      void work.finally(() => under.delete(work))
    }
  })
  return {
    now: sweep.now,
    async stop() {
      stopped = true
      await sweep.stop()
      for (const folder of open.values()) folder?.close()
      await Promise.all(under)
    },
  }
}

const keyOf = ({ workspace_id, id }: MailboxRow) => `${workspace_id}/${id}`

async function lookAfter(
  on: Watching,
  mailbox: MailboxRow,
  of: { alive: () => boolean; opened: (folder: OpenFolder) => void },
): Promise<void> {
  let mine = await claim(on, mailbox, LEASE)
  if (!mine) return
  let folder: OpenFolder | undefined
  try {
    folder = await enterMailbox(looking(on), mine)
    of.opened(folder)
    while (of.alive()) {
      await readFolder(looking(on), mine, folder)
      if (!of.alive() || !(await folder.changed(WAIT_MS))) break
      mine = await stillMine(on, mine)
      if (!mine) return
    }
    if (mine) await claim(on, mine, 0)
  } catch (error) {
    if (!of.alive()) return
    await say(looking(on), mailbox, faultOf(error))
    if (mine) await claim(on, mine, AGAIN)
  } finally {
    folder?.close()
  }
}

const looking = (on: Watching): Looking => ({ ...on, now: seconds(on.clock) })

/** Puts off when others may look; the mailbox as it then is, or undefined where somebody else has it, or it was changed. */
async function claim(on: Watching, mailbox: MailboxRow, wait: number): Promise<MailboxRow | undefined> {
  const until = seconds(on.clock) + wait
  const mine = await on.database.transaction(tx => claimMailbox(tx, mailbox, until))
  return mine ? { ...mailbox, next_look_at: until } : undefined
}

/** The lease anew, as long as nobody has changed how the server is entered. */
async function stillMine(on: Watching, mailbox: MailboxRow): Promise<MailboxRow | undefined> {
  const mine = await claim(on, mailbox, LEASE)
  const now = mine && (await findMailboxRow(on.database.read, mine.workspace_id, mine.id))
  return now ? mine : undefined
}
