import { audiences } from '@guichet/contract/operations/audiences.ts'
import {
  createAudience,
  deleteAudience,
  findAudience,
  listAudiences,
  updateAudience,
} from '../domain/audience/index.ts'
import { handlers } from './handlers.ts'

export const audienceRoutes = handlers(audiences, {
  list: ({ tx, actor, query }) => listAudiences(tx, actor, query),
  create: ({ tx, actor, body }) => createAudience(tx, actor, body),
  find: ({ tx, actor, params }) => findAudience(tx, actor, params.id),
  update: ({ tx, actor, params, body }) => updateAudience(tx, actor, params.id, body),
  delete: ({ tx, actor, params }) => deleteAudience(tx, actor, params.id),
})
