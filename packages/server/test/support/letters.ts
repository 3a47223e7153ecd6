import type { Guichet, TestWorkspace } from './guichet.ts'

/** The words of the latest mail to somebody, and the token of the link in it. */
export async function letterTo(
  { database }: Pick<Guichet, 'database'>,
  { id }: Pick<TestWorkspace, 'id'>,
  address: string,
): Promise<{ text: string; token: string } | undefined> {
  const rows = await database.read
    .selectFrom('outgoing_messages')
    .select(['plain', 'recipients'])
    .where('workspace_id', '=', id)
    .orderBy('id', 'desc')
    .execute()
  const found = rows.find(({ recipients }) => JSON.stringify(recipients).includes(`"${address}"`))
  const text = found?.plain ?? ''
  return found && { text, token: /token=([\w-]+)/.exec(text)?.[1] ?? '' }
}
