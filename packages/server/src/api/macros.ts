import { macros } from '@guichet/contract/operations/macros.ts'
import { findMacro, listMacros } from '../domain/macro/index.ts'
import { handlers } from './handlers.ts'

export const macroRoutes = handlers(macros, {
  list: ({ tx, actor, query }) => listMacros(tx, actor, query),
  find: ({ tx, actor, params }) => findMacro(tx, actor, params.id),
})
