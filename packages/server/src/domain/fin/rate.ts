import { errors, Problem } from '@guichet/contract/errors.ts'
import type { FinAgentCsat } from '@guichet/contract/models/fin-agent.ts'
import type { RateFinRequest } from '@guichet/contract/operations/fin-agent.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { append, type Happening } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { mayTalkToFin } from './fin.policy.ts'
import { lockSessionNamed, noteAiAgent, type Session, updateSession } from './session.sql.ts'

const RATINGS = ['terrible', 'bad', 'ok', 'good', 'amazing'] as const
type Rating = (typeof RATINGS)[number]

/**
 * Keeps how somebody rates Fin. A rating can be changed until there is a remark, and for as long as the window is open;
 * the same one again changes nothing. Refusals are 422 in a shape of their own.
 */
export async function rateFin(
  tx: Tx,
  actor: Actor,
  request: Static<typeof RateFinRequest>,
): Promise<Static<typeof FinAgentCsat>> {
  mayTalkToFin(actor)
  const session = await lockSessionNamed(tx, actor.workspace.id, request.conversation_id)
  if (!session)
    throw refused('external_conversation_id', 'Conversation not found for the given external_conversation_id')
  if (session.survey === 'none') throw refused('base', 'No rating survey found for this conversation')
  const rating = readRating(request.rating)
  const remark = request.remark?.trim() ? request.remark.trim().slice(0, LONGEST) : session.remark
  if (rating !== session.rating || remark !== session.remark)
    await change(tx, actor, session, { rating, remark })
  return { conversation_id: session.external_id, rating, status: 'rated' }
}

const LONGEST = 10_000

const refused = (field: string, message: string): Problem =>
  new Problem(errors.finRatingRefused, { message, body: { errors: { [field]: message } } })

function readRating(given: unknown): Rating {
  const rating = RATINGS.find(each => each === given)
  if (!rating) throw refused('rating', "Rating isn't an option")
  return rating
}

async function change(
  tx: Tx,
  actor: Actor,
  session: Session,
  given: { rating: Rating; remark: string | null },
): Promise<void> {
  if (session.remark !== null)
    throw refused('base', 'This rating can no longer be changed because a remark has already been submitted')
  if (actor.now > (session.survey_requested_at ?? actor.now) + WINDOW)
    throw refused('base', 'The rating window for this conversation has closed')
  await updateSession(tx, actor, session.id, given)
  await noteAiAgent(tx, actor, session.conversation_id, {
    rating: RATINGS.indexOf(given.rating) + 1,
    rating_remark: given.remark,
  })
  if (session.rating === null) await append(tx, actor, ratingAdded(session))
}

const ratingAdded = ({ conversation_id }: Session): Happening => ({
  topic: 'conversation.rating.added',
  object: { type: 'conversation', id: String(conversation_id) },
})

/** How long after it was asked for a rating is taken, in seconds. */
const WINDOW = 7 * 86_400
