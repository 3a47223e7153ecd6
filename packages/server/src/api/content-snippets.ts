import { contentSnippets } from '@guichet/contract/operations/content-snippets.ts'
import {
  createSnippet,
  deleteSnippet,
  findSnippet,
  listSnippets,
  updateSnippet,
} from '../domain/content-snippet/index.ts'
import { handlers } from './handlers.ts'

export const contentSnippetRoutes = handlers(contentSnippets, {
  list: ({ tx, actor, query }) => listSnippets(tx, actor, query),
  create: ({ tx, actor, body }) => createSnippet(tx, actor, body),
  find: ({ tx, actor, params }) => findSnippet(tx, actor, params.id),
  update: ({ tx, actor, params, body }) => updateSnippet(tx, actor, params.id, body),
  delete: ({ tx, actor, params }) => deleteSnippet(tx, actor, params.id),
})
