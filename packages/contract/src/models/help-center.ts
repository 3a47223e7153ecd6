import { model, nullable, since, Timestamp, Type } from '../schema.ts'
import { listOf } from './list.ts'

export const HelpCenter = model('help_center', {
  id: Type.String(),
  workspace_id: Type.String(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  identifier: Type.String(),
  website_turned_on: Type.Boolean(),
  display_name: Type.String(),
  url: Type.String(),
  custom_domain: nullable(Type.String()),
  default: since('2.16', Type.Boolean()),
  locales: since('2.16', Type.Array(Type.String())),
})

export const HelpCenterList = listOf('help_center_list', HelpCenter)
