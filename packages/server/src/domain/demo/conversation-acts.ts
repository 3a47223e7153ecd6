import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import type { AdminRef } from '../admin/index.ts'
import { requireContact } from '../contact/index.ts'
import {
  assignConversation,
  closeConversation,
  replyAsAdmin,
  replyAsContact,
  type Standing,
  snoozeConversation,
} from '../conversation/index.ts'
import { type TeamKey, type TeammateKey, teammates, teams } from './cast.ts'
import { HOUR, type Stage } from './stage.ts'

/** What somebody does in a conversation. */
export type Act = 'comment' | 'note' | 'assign' | 'close' | 'snooze'

interface Moment {
  stage: Stage
  tx: Tx
  actor: Actor
  conversation: Standing
  admin: AdminRef
  /** The words, or whom or how long it is about. */
  about: string
}

/** One thing a teammate or Operator does. */
export const acts: Record<Act, (moment: Moment) => Promise<number>> = {
  comment: ({ tx, actor, about: body, ...of }) =>
    replyAsAdmin(tx, actor, { ...of, messageType: 'comment', body, ...(isFin(of.admin) && { ai: AI }) }),
  note: ({ tx, actor, about: body, ...of }) => replyAsAdmin(tx, actor, { ...of, messageType: 'note', body }),
  assign: ({ tx, actor, stage, about, ...of }) =>
    assignConversation(tx, actor, { ...of, assignee: assigneeOf(stage, about) }),
  close: ({ tx, actor, about: body, ...of }) => closeConversation(tx, actor, { ...of, body }),
  snooze: ({ tx, actor, about: hours, ...of }) =>
    snoozeConversation(tx, actor, { ...of, until: actor.now + Number(hours) * HOUR }),
}

/** The contact writes, in words of their own. */
export async function contactWrites(
  { tx, actor, conversation, about: body }: Omit<Moment, 'admin' | 'stage'>,
  contactId: string,
): Promise<number> {
  const contact = await requireContact(tx, actor, contactId)
  return replyAsContact(tx, actor, { conversation, contact, body })
}

const isFin = ({ kind }: AdminRef): boolean => kind === 'bot'
const AI = { from_ai_agent: true, is_ai_answer: true }

function assigneeOf(stage: Stage, name: string) {
  if (isTeam(name)) return { type: 'team', id: stage.teams[name] } as const
  if (isTeammate(name)) return { type: 'admin', id: stage.teammates[name].id } as const
  throw new Error(`The demo has nobody called ${name}`)
}

const isTeam = (name: string): name is TeamKey => Object.hasOwn(teams, name)
const isTeammate = (name: string): name is TeammateKey => Object.hasOwn(teammates, name)
