import { model, nullable, Timestamp, Type } from '../schema.ts'
import { listOf } from './list.ts'

export const Brand = model('brand', {
  type: Type.Literal('brand'),
  id: Type.String(),
  name: Type.String(),
  is_default: Type.Boolean(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  help_center_id: nullable(Type.String()),
  default_address_settings_id: nullable(Type.String()),
})

export const BrandList = listOf('brand_list', Brand)
