import { finAgent } from '@guichet/contract/operations/fin-agent.ts'
import {
  askFin,
  escalateFin,
  findFinCallback,
  listCapabilities,
  probeFinCallback,
  rateFin,
  removeFinCallback,
  replyToFin,
  runProcedure,
  setFinCallback,
  startFin,
} from '../domain/fin/index.ts'
import { handlers } from './handlers.ts'

export const finAgentRoutes = handlers(
  finAgent,
  {
    findCallback: ({ tx, actor }) => findFinCallback(tx, actor),
    setCallback: ({ tx, actor, body, secrets }) => setFinCallback(tx, actor, { url: body.url, secrets }),
    removeCallback: ({ tx, actor }) => removeFinCallback(tx, actor),
    start: ({ tx, actor, body, files }) => startFin(tx, actor, { request: body, files }),
    reply: ({ tx, actor, body, files }) => replyToFin(tx, actor, { request: body, files }),
    ask: ({ tx, actor, body, files }) => askFin(tx, actor, { request: body, files }),
    rate: ({ tx, actor, body }) => rateFin(tx, actor, body),
    escalate: ({ tx, actor, body }) => escalateFin(tx, actor, body),
    listCapabilities: ({ tx, actor, body }) => listCapabilities(tx, actor, body.user),
    runProcedure: ({ tx, actor, params, body }) =>
      runProcedure(tx, actor, { procedureId: params.procedure_id, request: body }),
  },
  { setCallback: ({ actor, body, egress }) => probeFinCallback(actor, body.url, egress) },
)
