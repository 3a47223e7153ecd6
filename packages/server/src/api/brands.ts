import { brands } from '@guichet/contract/operations/brands.ts'
import { findBrand, listBrands } from '../domain/brand/index.ts'
import { handlers } from './handlers.ts'

export const brandRoutes = handlers(brands, {
  list: ({ tx, actor }) => listBrands(tx, actor),
  find: ({ tx, actor, params }) => findBrand(tx, actor, params.id),
})
