import { ecommerce } from '@guichet/contract/operations/ecommerce.ts'
import { uploadCatalog } from '../domain/ecommerce/index.ts'
import { handlers } from './handlers.ts'

export const ecommerceRoutes = handlers(ecommerce, {
  uploadCatalog: ({ tx, actor, params, body }) => uploadCatalog(tx, actor, { id: params.id, request: body }),
})
