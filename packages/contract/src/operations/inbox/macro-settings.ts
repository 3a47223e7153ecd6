import { Macro } from '../../models/macro.ts'
import { family } from '../../operation.ts'
import { IdInput, model, nullable, oneOf, optional, Type } from '../../schema.ts'

const managing = { access: 'session', scope: 'manage_workspace' } as const

const fields = {
  /** The teams that see it; null for everybody. */
  team_ids: optional(nullable(Type.Array(IdInput()))),
  available_on: optional(Type.Array(oneOf('inbox', 'messenger'))),
}

/** `body` is HTML, with placeholders such as `{{user.first_name|fallback:"there"}}`. */
export const CreateMacroRequest = model('create_macro_request', {
  name: Type.String(),
  body: Type.String(),
  ...fields,
})

export const UpdateMacroRequest = model('update_macro_request', {
  name: optional(Type.String()),
  body: optional(Type.String()),
  ...fields,
})

export const WrittenMacro = model('written_macro', {
  ...Macro.properties,
  /** The HTML as it was written, its placeholders in braces. */
  source: Type.String(),
})

export const WrittenMacroList = model('written_macro_list', {
  type: Type.Literal('list'),
  data: Type.Array(WrittenMacro),
})

/** The saved replies, for those who write them: `macros` lists those that one sees oneself. */
export const macroSettings = family({
  list: {
    ...managing,
    method: 'GET',
    path: '/app/api/macros',
    summary: 'All macros, whoever sees them',
    answer: WrittenMacroList,
  },
  create: {
    ...managing,
    method: 'POST',
    path: '/app/api/macros',
    summary: 'Make a macro',
    body: CreateMacroRequest,
    status: 201,
    answer: WrittenMacro,
  },
  update: {
    ...managing,
    method: 'PATCH',
    path: '/app/api/macros/{id}',
    summary: 'Change a macro',
    body: UpdateMacroRequest,
    answer: WrittenMacro,
  },
  delete: {
    ...managing,
    method: 'DELETE',
    path: '/app/api/macros/{id}',
    summary: 'Delete a macro',
    status: 204,
  },
})
