import { model, oneOf, Timestamp, Type } from '../schema.ts'
import { pageOf } from './list.ts'

export const HelpCenterRedirect = model('help_center_redirect', {
  type: Type.Literal('help_center_redirect'),
  id: Type.String(),
  from_url: Type.String(),
  locale: Type.String(),
  help_center_id: Type.String(),
  target_type: oneOf('article', 'collection'),
  target_id: Type.String(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
})

export const HelpCenterRedirectList = pageOf('help_center_redirect_list', HelpCenterRedirect)

export const DeletedHelpCenterRedirect = model('deleted_help_center_redirect_object', {
  id: Type.String(),
  object: Type.Literal('help_center_redirect'),
  deleted: Type.Boolean(),
})
