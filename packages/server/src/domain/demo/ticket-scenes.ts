import { nowhere } from '../../storage/nowhere.ts'
import { createTicket, replyToTicket, updateTicket } from '../ticket/index.ts'
import {
  createTicketType,
  createTicketTypeAttribute,
  DESCRIPTION,
  listTicketStates,
  TITLE,
} from '../ticket-type/index.ts'
import { type TeamKey, teams } from './cast.ts'
import { acting, DAY, HOUR, named, type Scene, type Stage } from './stage.ts'
import { type TicketStory, ticketStories, ticketTypes } from './tickets.ts'

/** Makes the types of tickets; then every ticket, each thing that was done with it at its own time. */
export async function ticketScenes(stage: Stage): Promise<Scene[]> {
  const types = new Map<string, string>()
  for (const key of Object.keys(ticketTypes).filter(isType)) types.set(key, await makeType(stage, key))
  const states = await statesByCategory(stage)
  return ticketStories.flatMap(story => scenesOf(stage, story, { types, states }))
}

const isType = (key: string): key is keyof typeof ticketTypes => Object.hasOwn(ticketTypes, key)

async function makeType(stage: Stage, key: keyof typeof ticketTypes): Promise<string> {
  const actor = acting(stage, 'leo', stage.now - 405 * DAY)
  const { attributes, ...type } = ticketTypes[key]
  const { id } = await createTicketType(stage.tx, actor, type)
  for (const attribute of attributes)
    await createTicketTypeAttribute(stage.tx, actor, { typeId: id, ...attribute })
  return id
}

async function statesByCategory(stage: Stage): Promise<Map<string, string>> {
  const { data } = await listTicketStates(stage.tx, acting(stage, 'leo', stage.now))
  return new Map(data.map(({ category, id }) => [category, id]))
}

interface Known {
  types: Map<string, string>
  states: Map<string, string>
}

function scenesOf(stage: Stage, story: TicketStory, { types, states }: Known): Scene[] {
  const began = stage.now - story.days * DAY
  let id = ''
  const begin: Scene = {
    at: began,
    play: async () => {
      id = await make(stage, story, { typeId: named(types, story.type), at: began })
    },
  }
  const steps = story.steps.map((step): Scene => {
    const at = began + step[0] * HOUR
    return { at, play: () => take(stage, story, { id, at, step, states }) }
  })
  return [begin, ...steps]
}

async function make(
  stage: Stage,
  story: TicketStory,
  { typeId, at }: { typeId: string; at: number },
): Promise<string> {
  const { assign } = story
  const ticket = await createTicket(stage.tx, acting(stage, story.by, at), {
    files: nowhere,
    request: {
      ticket_type_id: typeId,
      contacts: [{ id: named(stage.contacts, story.contact) }],
      ticket_attributes: { [TITLE]: story.title, [DESCRIPTION]: story.description, ...story.values },
      assignment: isTeam(assign)
        ? { team_assignee_id: String(stage.teams[assign]) }
        : { admin_assignee_id: String(stage.teammates[assign].id) },
    },
  })
  return String(ticket.id)
}

const isTeam = (name: string): name is TeamKey => Object.hasOwn(teams, name)

async function take(
  stage: Stage,
  story: TicketStory,
  of: { id: string; at: number; step: TicketStory['steps'][number]; states: Map<string, string> },
): Promise<void> {
  const [, who, what] = of.step
  const actor = acting(stage, who === 'contact' ? 'fin' : who, of.at)
  if (typeof what !== 'string') return move(stage, actor, of.id, named(of.states, what.state))
  const author =
    who === 'contact'
      ? { type: 'user', intercom_user_id: named(stage.contacts, story.contact) }
      : { type: 'admin', admin_id: String(actor.adminId) }
  // Contacts do not see what is dealt with in the back office.
  const message_type = story.type === 'damaged' ? 'comment' : 'note'
  await replyToTicket(stage.tx, actor, {
    ...{ id: of.id, files: nowhere },
    request: { ...author, message_type, body: what },
  })
}

async function move(
  stage: Stage,
  actor: ReturnType<typeof acting>,
  id: string,
  ticket_state_id: string,
): Promise<void> {
  await updateTicket(stage.tx, actor, {
    ...{ id, files: nowhere },
    request: { ticket_state_id, admin_id: String(actor.adminId) },
  })
}
