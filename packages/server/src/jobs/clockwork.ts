import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { publishDue } from '../domain/article/index.ts'
import { wakeDue } from '../domain/conversation/index.ts'
import { distributeDue } from '../domain/distribution/index.ts'
import { deliverFinEvents } from '../domain/fin/index.ts'
import { runDueJobs } from '../domain/job/index.ts'
import { forgetKeys } from '../domain/keyed-request/index.ts'
import { publishNewsDue } from '../domain/news/index.ts'
import { sendOutgoing } from '../domain/outgoing/index.ts'
import { mailDue } from '../domain/reply-mail/index.ts'
import type { Clockwork } from '../domain/sandbox/index.ts'
import { crawlDue } from '../domain/website-crawl/index.ts'
import { nowIn } from '../domain/workspace/index.ts'
import type { Egress } from '../egress/egress.ts'
import type { Mailer } from '../mail/mailer.ts'
import type { Texter } from '../mail/texter.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { FileStore } from '../storage/file-store.ts'
import { selectNextDue } from './next-due.sql.ts'
import { recordOutcome } from './record-outcome.ts'
import { worksWith } from './run-enqueued.ts'
import { tellApps } from './tell-apps.ts'

/** What the sweeps do every second for all workspaces, for one whose clock is moved: each has its round here too. */
export function clockwork(of: {
  database: Database
  clock: Clock
  egress: Egress
  secrets: SecretBox
  files: FileStore
  mailer: Mailer
  texter: Texter
  /** Where the world reaches this server, for links in mails. */
  origin: string
  /** Has those deliver that tell apps what happens; none where nobody does. */
  wakeDeliverers?: (() => void) | undefined
  /** Has the streams of a workspace look at the time. */
  wakeStreams?: (workspaceId: string) => void
}): Clockwork {
  const { database, clock } = of
  const works = worksWith(of.files, of)
  const { wakeDeliverers: wake } = of
  return {
    now: () => seconds(clock),
    next: async workspaceId => (await selectNextDue(database.read, workspaceId)) ?? undefined,
    async run(within) {
      const now = seconds(clock)
      const rounds = [
        () => wakeDue(database, now, within),
        () => distributeDue(database, now, within),
        () => publishDue(database, now, within),
        () => publishNewsDue(database, now, within),
        () => runDueJobs({ database, now, works, within }),
        () => deliverFinEvents({ ...of, now, within }),
        () => mailDue({ ...of, now, within }),
        () => sendOutgoing({ ...of, now, within, onTold: recordOutcome }),
        () => crawlDue({ ...of, now, within }),
        async () =>
          wake === undefined
            ? 0
            : tellApps({ database, wake }, within, await nowIn(database.read, within, now)),
      ]
      await forgetKeys(database, now, within)
      of.wakeStreams?.(within)
      let done = 0
      for (const round of rounds) done += await round()
      return done
    },
  }
}
