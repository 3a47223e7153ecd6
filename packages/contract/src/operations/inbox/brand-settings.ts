import { Brand } from '../../models/brand.ts'
import { family } from '../../operation.ts'
import { IdInput, model, nullable, optional, Type } from '../../schema.ts'

const managing = { access: 'session', scope: 'manage_workspace' } as const

const fields = {
  /** Null for the default of the workspace. */
  help_center_id: optional(nullable(IdInput())),
  default_address_settings_id: optional(nullable(IdInput())),
}

export const CreateBrandRequest = model('create_brand_request', { name: Type.String(), ...fields })

export const UpdateBrandRequest = model('update_brand_request', { name: optional(Type.String()), ...fields })

/** The brands, which `brands` lists. */
export const brandSettings = family({
  create: {
    ...managing,
    method: 'POST',
    path: '/app/api/brands',
    summary: 'Make a brand',
    body: CreateBrandRequest,
    status: 201,
    answer: Brand,
  },
  update: {
    ...managing,
    method: 'PATCH',
    path: '/app/api/brands/{id}',
    summary: 'Change a brand: the default one as any other',
    body: UpdateBrandRequest,
    answer: Brand,
  },
  delete: {
    ...managing,
    method: 'DELETE',
    path: '/app/api/brands/{id}',
    summary: 'Delete a brand that is not the default one',
    status: 204,
  },
})
