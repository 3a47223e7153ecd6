import { isNotice } from '@guichet/contract/topics.ts'
import type { Database } from '../../src/db/database.ts'
import type { LoggedEvent } from '../../src/events/logged-event.ts'
import { type EventFilter, readEvents } from '../../src/events/read-events.sql.ts'
import { sequenceEvents } from '../../src/events/sequence-events.ts'
import { PLANNERS } from '../../src/jobs/sequence-events.ts'

/** Gives what is committed its place in the log, as the process that leads does. */
export const drainEvents = ({ database }: { database: Database }): Promise<number> =>
  sequenceEvents({ database, planners: PLANNERS })

/** What happened in a workspace that topics tell of, oldest first. */
export async function happened(
  of: { database: Database; id: string },
  filter: EventFilter = {},
): Promise<LoggedEvent[]> {
  const events = await logged(of, filter)
  return events.filter(({ topic }) => !isNotice(topic))
}

/** All that the log of a workspace has. */
export async function logged(
  of: { database: Database; id: string },
  filter: EventFilter = {},
): Promise<LoggedEvent[]> {
  await drainEvents(of)
  return readEvents(of.database.read, of.id, 0, 100_000, filter)
}
