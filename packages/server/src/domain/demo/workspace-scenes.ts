import { secretBox } from '../../secrets/secret-box.ts'
import { fromPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { createBrand } from '../brand/index.ts'
import { recordCall } from '../call/index.ts'
import { requireContact, updateContact } from '../contact/index.ts'
import { startConversation, updateConversation } from '../conversation/index.ts'
import { createCustomObjectType, saveInstance } from '../custom-object/index.ts'
import { createReferenceAttribute } from '../data-attribute/index.ts'
import { createConnector, recordExecution, updateConnector } from '../data-connector/index.ts'
import { createCatalogConnector } from '../ecommerce/index.ts'
import { createEmailSetting } from '../email-setting/index.ts'
import { runProcedureIn } from '../fin/index.ts'
import { createMacro } from '../macro/index.ts'
import { recordWhatsappMessage } from '../message-status/index.ts'
import { createException, createSchedule } from '../office-hours/index.ts'
import { createProcedure } from '../procedure/index.ts'
import { giveCatalogConnectorId, giveConnectorId, giveExecutionId, giveProcedureId } from './demo.sql.ts'
import { refundAsked, refundProcedure } from './procedure.ts'
import { acting, DAY, HOUR, named, type Scene, type Stage } from './stage.ts'
import { calls, connector, emails, executed, macros, officeHours, orders, whatsapp } from './workspace.ts'

/** Ids that conformance/fixtures.json names. */
export const CONNECTOR_ID = 20260102
export const EXECUTION_ID = 20260103
export const PROCEDURE_ID = 20260105
export const REFUND_CONVERSATION_ID = 20260106
export const CATALOG_CONNECTOR_ID = 20260107

/** How the company set up what surrounds its conversations, and what came of it. */
export function workspaceScenes(stage: Stage): Scene[] {
  const at = (days: number, play: (actor: Actor) => Promise<void>): Scene => {
    const moment = Math.trunc(stage.now - days * DAY)
    return { at: moment, play: () => play(acting(stage, 'camille', moment)) }
  }
  return [
    at(400, actor => openOffice(stage, actor)),
    at(390, actor => learnToAnswer(stage, actor)),
    at(120, actor => keepOrders(stage, actor)),
    at(60, actor => sendByWhatsapp(stage, actor)),
    at(12, actor => takeCalls(stage, actor)),
    at(100, actor => uploadTheCatalog(stage, actor)),
    at(30, actor => teachFin(stage, actor)),
    at(HOUR / 2 / DAY, actor => connectTheShop(stage, actor)),
    at(HOUR / 3 / DAY, actor => askForARefund(stage, actor)),
  ]
}

async function openOffice({ tx, now }: Stage, actor: Actor): Promise<void> {
  await createBrand(tx, actor, { name: 'Brindille Pro' })
  for (const email of emails) await createEmailSetting(tx, actor, email)
  const { id } = await createSchedule(tx, actor, officeHours.schedule)
  const year = new Date(now * 1000).getUTCFullYear()
  await createException(tx, actor, id, { ...officeHours.holiday, exception_date: `${year}-12-25` })
}

async function learnToAnswer({ tx, teams }: Stage, actor: Actor): Promise<void> {
  for (const macro of macros) await createMacro(tx, actor, macro)
  await createMacro(tx, actor, {
    name: 'Ask the gardener',
    body: 'Hana will look at your photo today.',
    teamIds: [teams.care],
  })
}

async function keepOrders({ tx, contacts }: Stage, actor: Actor): Promise<void> {
  await createCustomObjectType(tx, actor, {
    ...{ identifier: 'Order', name: 'Order' },
    attributes: [
      { name: 'order_number', data_type: 'string' },
      { name: 'total_amount', data_type: 'float' },
    ],
  })
  await createReferenceAttribute(tx, actor, { model: 'contact', name: 'order', type: 'Order', many: true })
  for (const { who, ...order } of orders) {
    await saveInstance(tx, actor, 'Order', { ...order, external_created_at: actor.now })
    await updateContact(tx, actor, {
      id: named(contacts, who),
      request: { custom_attributes: { order: [order.external_id] } },
    })
  }
}

async function sendByWhatsapp(stage: Stage, actor: Actor): Promise<void> {
  for (const { to, ...message } of whatsapp) {
    const contactId = named(stage.contacts, to)
    await recordWhatsappMessage(stage.tx, actor, { ...message, contactId, sentAt: actor.now })
  }
}

async function takeCalls(stage: Stage, actor: Actor): Promise<void> {
  for (const [n, { from, minutes, ...call }] of calls.entries()) {
    const initiatedAt = actor.now + n * HOUR
    const contact = await requireContact(stage.tx, actor, named(stage.contacts, from))
    const spoken = { contact, body: null, sourceType: 'phone_call', createdAt: initiatedAt }
    const { id: conversationId } = await startConversation(stage.tx, actor, spoken)
    await recordCall(stage.tx, actor, {
      ...call,
      ...{ conversationId, contactId: contact.id, adminId: actor.adminId, initiatedAt },
      ...{ answeredAt: initiatedAt + 9, endedAt: initiatedAt + minutes * 60 },
    })
  }
}

/** The connector takes no header, so that there is no secret to seal. */
const NO_SECRETS = secretBox(async () => {
  throw new Error('The connector of the demo keeps no secret')
})

async function connectTheShop({ tx, workspace }: Stage, actor: Actor): Promise<void> {
  const { id } = await createConnector(tx, actor, { request: connector, secrets: NO_SECRETS })
  await giveConnectorId(tx, workspace.id, id, CONNECTOR_ID)
  const connectorId = String(CONNECTOR_ID)
  await updateConnector(tx, actor, { id: connectorId, request: { state: 'live' }, secrets: NO_SECRETS })
  const run = await recordExecution(tx, actor, {
    ...{ request: { connectorId, source: { type: 'workflow', id: '20260101' } }, outcome: executed },
  })
  await giveExecutionId(tx, workspace.id, run.id, EXECUTION_ID)
}

async function uploadTheCatalog({ tx, workspace }: Stage, actor: Actor): Promise<void> {
  const id = await createCatalogConnector(tx, actor, 'Brindille shop')
  await giveCatalogConnectorId(tx, workspace.id, id, CATALOG_CONNECTOR_ID)
}

async function teachFin({ tx, workspace }: Stage, actor: Actor): Promise<void> {
  const id = await createProcedure(tx, actor, refundProcedure)
  await giveProcedureId(tx, workspace.id, id, PROCEDURE_ID)
}

/** Fin has come as far as it may by itself: the answer is left to whoever looks at the demo. */
async function askForARefund({ tx, contacts }: Stage, actor: Actor): Promise<void> {
  const { from, title, says } = refundAsked
  const contact = await requireContact(tx, actor, named(contacts, from))
  const conversationId = REFUND_CONVERSATION_ID
  await startConversation(tx, actor, { id: conversationId, contact, body: fromPlain(says) })
  await updateConversation(tx, actor, {
    ...{ id: String(conversationId), displayAs: undefined },
    request: { title, custom_attributes: { Topic: 'Billing', 'Order number': 'B-1381' } },
  })
  await runProcedureIn(tx, actor, { procedureId: PROCEDURE_ID, conversationId })
}
