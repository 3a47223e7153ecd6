import type { Tx } from '../../db/database.ts'

/** Which deliveries of an app were made of these events already, by the place of the event in the log. */
export async function selectFirstSent(
  tx: Tx,
  of: { workspaceId: string; registrationId: number; sequences: number[] },
): Promise<Map<number, number | null>> {
  if (of.sequences.length === 0) return new Map()
  const rows = await tx
    .selectFrom('webhook_deliveries')
    .select(['sequence', 'first_sent_at'])
    .where('workspace_id', '=', of.workspaceId)
    .where('registration_id', '=', of.registrationId)
    .where('sequence', 'in', of.sequences)
    .where('replay', '=', false)
    .execute()
  return new Map(
    rows.flatMap(row => (row.sequence === null ? [] : [[row.sequence, row.first_sent_at] as const])),
  )
}
