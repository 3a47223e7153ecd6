import type { FinAgentCapabilities } from '@guichet/contract/models/fin-agent.ts'
import { finAgent } from '@guichet/contract/operations/fin-agent.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type ProcedureRef, runnableFor } from '../procedure/index.ts'
import { mayTalkToFin } from './fin.policy.ts'
import { type FinUser, keepUser } from './session.ts'

type Capabilities = Static<typeof FinAgentCapabilities>

/** What Fin can do for a user, who is kept as a contact by that: the procedures for them, replies and questions. */
export async function listCapabilities(tx: Tx, actor: Actor, user: FinUser): Promise<Capabilities> {
  mayTalkToFin(actor)
  const { contact } = await keepUser(tx, actor, user)
  const procedures = await runnableFor(tx, actor, contact.id)
  return { version: actor.version, capabilities: [...procedures.map(viewProcedure), ...ALWAYS] }
}

const viewProcedure = ({ id, name, description }: ProcedureRef): Capabilities['capabilities'][number] => ({
  ...{ type: 'procedure', id: String(id), name, description },
  endpoint: finAgent.runProcedure.path.replace('{procedure_id}', String(id)),
  method: finAgent.runProcedure.method,
})

const ALWAYS: Capabilities['capabilities'] = [
  {
    ...{ type: 'reply', description: 'Tell Fin what the user says next.' },
    ...{ endpoint: finAgent.reply.path, method: finAgent.reply.method },
  },
  {
    ...{ type: 'ask', description: 'Have one question answered.' },
    ...{ endpoint: finAgent.ask.path, method: finAgent.ask.method },
  },
]
