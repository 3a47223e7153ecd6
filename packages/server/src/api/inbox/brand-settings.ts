import { brandSettings } from '@guichet/contract/operations/inbox/brand-settings.ts'
import { addBrand, deleteBrand, updateBrand } from '../../domain/brand/index.ts'
import { handlers } from '../handlers.ts'

export const brandSettingsRoutes = handlers(brandSettings, {
  create: ({ tx, actor, body }) => addBrand(tx, actor, body),
  update: ({ tx, actor, params, body }) => updateBrand(tx, actor, { id: params.id, request: body }),
  async delete({ tx, actor, params }) {
    await deleteBrand(tx, actor, params.id)
    return undefined
  },
})
