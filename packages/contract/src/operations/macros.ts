import { Macro, MacroList } from '../models/macro.ts'
import { family } from '../operation.ts'
import { IntegerInput, optional, Type } from '../schema.ts'
import { cursorQuery } from './paging.ts'

export const macros = family({
  list: {
    method: 'GET',
    path: '/macros',
    since: '2.16',
    scope: 'read_macros',
    summary: 'Macros, page by page',
    query: Type.Object({ ...cursorQuery, updated_since: optional(IntegerInput()) }),
    answer: MacroList,
  },
  find: {
    method: 'GET',
    path: '/macros/{id}',
    since: '2.16',
    scope: 'read_macros',
    summary: 'One macro',
    answer: Macro,
  },
})
