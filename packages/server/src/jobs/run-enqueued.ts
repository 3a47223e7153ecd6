import { extractive } from '../ai/answer.ts'
import { type Clock, seconds } from '../clock.ts'
import type { Database } from '../db/database.ts'
import { runCompanyTask } from '../domain/company-bulk/index.ts'
import { runContactTask } from '../domain/contact-bulk/index.ts'
import { runDataExport } from '../domain/data-export/index.ts'
import { importCatalog } from '../domain/ecommerce/index.ts'
import { runDueJobs, type Works } from '../domain/job/index.ts'
import { tellUninstalled } from '../domain/oauth/index.ts'
import { runReport } from '../domain/reporting/index.ts'
import type { Egress } from '../egress/egress.ts'
import type { Log } from '../log.ts'
import type { SecretBox } from '../secrets/secret-box.ts'
import type { FileStore } from '../storage/file-store.ts'
import { createTicketJob } from './create-ticket.ts'
import { everySecond, type Sweep } from './sweep.ts'
import { resumeWaiting, takeFinTurn } from './take-fin-turn.ts'

/** What jobs need to reach beyond the server. */
interface Beyond {
  egress: Egress
  secrets: SecretBox
}

/** What each kind of job does; those that reach beyond the server are left to others where nothing is given for that. */
export const worksWith = (
  files: FileStore,
  beyond?: Beyond,
): Works & Required<Omit<Works, 'app_uninstalled'>> => ({
  create_ticket: createTicketJob(files),
  contact_bulk: runContactTask,
  company_bulk: runCompanyTask,
  ecommerce_import: importCatalog,
  data_export: runDataExport,
  reporting_export: runReport,
  fin_turn: takeFinTurn(extractive),
  procedure_resume: resumeWaiting,
  ...(beyond && { app_uninstalled: tellUninstalled(beyond) }),
})

/** Runs enqueued jobs: those it is told of at once, and every second those that were put off or left behind. */
export function runEnqueued(
  of: Beyond & { database: Database; clock: Clock; files: FileStore; log: Log },
): Sweep {
  const works = worksWith(of.files, of)
  return everySecond(of.log, () => runDueJobs({ database: of.database, now: seconds(of.clock), works }))
}
