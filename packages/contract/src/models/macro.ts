import { model, nullable, oneOf, Type } from '../schema.ts'
import { forwardPageOf } from './list.ts'

/** A saved reply; `body` is HTML, `body_text` the text as written. */
export const Macro = model('macro', {
  type: Type.Literal('macro'),
  id: Type.String(),
  name: Type.String(),
  body: nullable(Type.String()),
  body_text: nullable(Type.String()),
  created_at: Type.String(),
  updated_at: Type.String(),
  visible_to: oneOf('everyone', 'specific_teams'),
  visible_to_team_ids: Type.Array(Type.String()),
  available_on: Type.Array(oneOf('inbox', 'messenger')),
})

export const MacroList = forwardPageOf('macro_list', Macro)
