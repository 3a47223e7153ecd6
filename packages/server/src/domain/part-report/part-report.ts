import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { ConversationPart } from '@guichet/contract/models/conversation-part.ts'
import type { UpdateConversationPartRequest } from '@guichet/contract/operations/conversation-extras.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import type { Actor } from '../actor.ts'
import { requireAdmin } from '../admin/index.ts'
import { secretsOfApp } from '../app/index.ts'
import { mayWriteConversations, partsOf, requireConversation, viewPart } from '../conversation/index.ts'
import { type Report, updateReport } from './part-report.sql.ts'
import { sameSecret, secretOf } from './secret.ts'

type ReportRequest = Static<typeof UpdateConversationPartRequest>
type PartView = Static<typeof ConversationPart>

interface Reporting {
  conversationId: string
  partId: string
  request: ReportRequest
  secrets: SecretBox
}

/**
 * Notes what an app tells of a part: how far it got on its way to the contact, or that an admin saw it. 403 without the
 * app's secret. The answer shows the part with what was told.
 */
export async function reportPart(
  tx: Tx,
  actor: Actor,
  { conversationId, partId, request, secrets }: Reporting,
): Promise<PartView> {
  mayWriteConversations(actor)
  await requireSecret(tx, actor, request, secrets)
  const { id } = await requireConversation(tx, actor, conversationId)
  const key = numericId(partId) ?? 0
  const report = await readReport(tx, actor, request)
  if (!(await updateReport(tx, actor, { conversationId: id, partId: key, report }))) {
    throw problem(errors.notFound)
  }
  const row = (await partsOf(tx, actor, [id], { ids: [key] })).get(id)?.[0]
  if (!row) throw new Error('a part that was changed could not be read')
  return {
    ...viewPart(actor, row, { translations: true }),
    ...(report.send_state !== undefined && { external_reply_send_state: report.send_state }),
    ...(report.admin_seen !== undefined && { seen_state: { admin_seen: report.admin_seen } }),
  }
}

async function requireSecret(
  tx: Tx,
  actor: Actor,
  { experimental, secret }: ReportRequest,
  secrets: SecretBox,
): Promise<void> {
  const workspaceId = actor.workspace.id
  const live = (await secretsOfApp(tx, { workspaceId, appId: actor.appId, secrets })) ?? []
  const known = live.some(each => each !== undefined && sameSecret(secret, secretOf(each, workspaceId)))
  if (!experimental || !known) throw problem(errors.forbidden)
}

async function readReport(tx: Tx, actor: Actor, request: ReportRequest): Promise<Report> {
  const { send_state, info_message, seen, admin_id } = request
  if (send_state !== undefined && send_state !== null) {
    if (!info_message) throw missing('info_message')
    if (send_state.length > LONGEST || info_message.length > LONGEST) throw invalid('send_state is too long')
    return { send_state, send_info: info_message }
  }
  if (seen === undefined) throw missing('send_state', 'send_state or seen is required')
  if (admin_id === undefined) throw missing('admin_id')
  await requireAdmin(tx, actor, admin_id)
  return { admin_seen: seen }
}

const LONGEST = 1000
