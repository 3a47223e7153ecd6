import { fromPlain } from '../../text/html.ts'
import { requireContact } from '../contact/index.ts'
import { lockConversation, startConversation, updateConversation } from '../conversation/index.ts'
import { tagConversation } from '../tagging/index.ts'
import { acts, contactWrites } from './conversation-acts.ts'
import { type Beat, type Tale, tales } from './conversations.ts'
import { rateConversation } from './demo.sql.ts'
import { acting, HOUR, MINUTE, named, type Scene, type Stage } from './stage.ts'
import { whileOpen } from './working-hours.ts'

/** Every conversation, each thing that was done in it at its own time. */
export const conversationScenes = (stage: Stage): Scene[] => tales.flatMap(tale => scenesOf(stage, tale))

function scenesOf(stage: Stage, tale: Tale): Scene[] {
  const told = Math.trunc(stage.now - tale.hours * HOUR)
  // What is going on goes on now, whatever the hour.
  const began = tale.hours > 48 ? whileOpen(told) : told
  let id = 0
  let at = began
  const begin: Scene = {
    at,
    play: async () => {
      id = await start(stage, tale, began)
    },
  }
  const beats = tale.beats.map((beat): Scene => {
    at = Math.min(at + beat[0] * MINUTE, stage.now)
    const then = at
    return { at: then, play: () => act(stage, tale, { id, beat, at: then }) }
  })
  const end: Scene = { at: Math.min(at + HOUR, stage.now), play: () => rate(stage, tale, { id, at }) }
  return tale.rating ? [begin, ...beats, end] : [begin, ...beats]
}

async function start(stage: Stage, tale: Tale, at: number): Promise<number> {
  const { tx } = stage
  const actor = acting(stage, 'fin', at)
  const contact = await requireContact(tx, actor, named(stage.contacts, tale.from))
  const { id } = await startConversation(tx, actor, { contact, body: fromPlain(tale.says) })
  await updateConversation(tx, actor, {
    id: String(id),
    displayAs: undefined,
    request: {
      ...(tale.title && { title: tale.title }),
      ...(tale.priority && { priority: tale.priority }),
      custom_attributes: {
        ...(tale.topic && { Topic: tale.topic }),
        ...(tale.order && { 'Order number': tale.order }),
      },
    },
  })
  for (const tag of tale.tags ?? [])
    await tagConversation(tx, acting(stage, 'noor', at), {
      ...{ conversationId: String(id), tagId: named(stage.tags, tag), adminId: undefined },
    })
  return id
}

async function act(
  stage: Stage,
  tale: Tale,
  { id, beat, at }: { id: number; beat: Beat; at: number },
): Promise<void> {
  const { tx } = stage
  const [, who, act, about = ''] = beat
  const actor = acting(stage, who === 'contact' ? 'fin' : who, at)
  const conversation = await lockConversation(tx, actor, id)
  if (who === 'contact')
    await contactWrites({ tx, actor, conversation, about }, named(stage.contacts, tale.from))
  else await acts[act]({ stage, tx, actor, conversation, admin: stage.teammates[who], about })
}

async function rate(stage: Stage, tale: Tale, { id, at }: { id: number; at: number }): Promise<void> {
  const [score, remark] = tale.rating ?? [0, '']
  const admin = tale.beats.findLast(([, who]) => who !== 'contact' && who !== 'fin')?.[1]
  if (admin === undefined || admin === 'contact') return
  const contactId = named(stage.contacts, tale.from)
  const adminId = stage.teammates[admin].id
  await rateConversation(stage.tx, stage.workspace.id, id, { score, remark, contactId, adminId, at })
}
