import type { Tx } from '../../db/database.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import type { Actor } from '../actor.ts'
import { type ConnectorUse, deleteUses, insertToken, insertUse } from './data-connector.sql.ts'
import { HEADER_PURPOSE } from './stored.ts'

/** Makes a header that connectors may send to say who asks, which settings do and no call; answers its id. */
export async function createConnectorToken(
  tx: Tx,
  actor: Actor,
  { secrets, ...token }: { name: string; headerName: string; value: string; secrets: SecretBox },
): Promise<number> {
  const sealed = await secrets.seal(token.value, HEADER_PURPOSE)
  const row = await insertToken(tx, actor, { name: token.name, header_name: token.headerName, sealed })
  return row.id
}

/** Notes that something works with a connector, which keeps it live. */
export const useConnector = (tx: Tx, actor: Actor, use: ConnectorUse): Promise<void> =>
  insertUse(tx, actor.workspace.id, use)

/** Notes that something works with connectors no longer. */
export const releaseConnectors = (
  tx: Tx,
  actor: Actor,
  user: Omit<ConnectorUse, 'connectorId'>,
): Promise<void> => deleteUses(tx, actor.workspace.id, user)
