import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { updateSettings } from './settings.sql.ts'

/** Changes how Fin behaves in the workspace: whether it asks for ratings, whether people answer its procedures. */
export const changeFinSettings = (
  tx: Tx,
  actor: Actor,
  changes: { asksForRating?: boolean; peopleAnswerProcedures?: boolean },
): Promise<void> =>
  updateSettings(tx, actor.workspace.id, {
    ...(changes.asksForRating !== undefined && { asks_for_rating: changes.asksForRating }),
    ...(changes.peopleAnswerProcedures !== undefined && {
      people_answer_procedures: changes.peopleAnswerProcedures,
    }),
  })
