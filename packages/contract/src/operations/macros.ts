import { Macro, MacroList } from '../models/macro.ts'
import { family } from '../operation.ts'
import { IntegerInput, optional, Type, texts } from '../schema.ts'
import { cursorQuery } from './paging.ts'

export const macros = family({
  list: {
    method: 'GET',
    path: '/macros',
    since: '2.16',
    scope: 'read_conversations',
    summary: 'Macros, page by page',
    query: Type.Object({
      ...cursorQuery,
      updated_since: optional(texts(IntegerInput(), { invalid: 'Invalid updated_since timestamp' })),
    }),
    answer: MacroList,
  },
  find: {
    method: 'GET',
    path: '/macros/{id}',
    since: '2.16',
    scope: 'read_conversations',
    summary: 'One macro',
    answer: Macro,
  },
})
