import type { Guichet } from './guichet.ts'

/** The topics of all that happened to an object, oldest first. */
export async function topicsOf(guichet: Guichet, type: string, id: string): Promise<string[]> {
  const rows = await guichet.database.read
    .selectFrom('event_log')
    .select('topic')
    .where('workspace_id', '=', guichet.id)
    .where('object_type', '=', type)
    .where('object_id', '=', id)
    .orderBy('id')
    .execute()
  return rows.map(row => row.topic)
}
