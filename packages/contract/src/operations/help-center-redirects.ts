import {
  DeletedHelpCenterRedirect,
  HelpCenterRedirect,
  HelpCenterRedirectList,
} from '../models/help-center-redirect.ts'
import { family } from '../operation.ts'
import { IdInput, model, oneOf, Type } from '../schema.ts'
import { pageQuery } from './paging.ts'

export const CreateHelpCenterRedirectRequest = model('create_help_center_redirect_request', {
  from_url: Type.String(),
  locale: Type.String(),
  target_type: oneOf('article', 'collection'),
  target_id: IdInput(),
})

export const helpCenterRedirects = family({
  list: {
    method: 'GET',
    path: '/help_center/help_centers/{help_center_id}/redirects',
    since: '2.16',
    scope: 'read_help_center_redirects_scope',
    summary: 'Redirects of a help center',
    query: Type.Object({ ...pageQuery }),
    answer: HelpCenterRedirectList,
  },
  create: {
    method: 'POST',
    path: '/help_center/help_centers/{help_center_id}/redirects',
    since: '2.16',
    scope: 'read_write_help_center_redirects_scope',
    summary: 'Create a redirect',
    body: CreateHelpCenterRedirectRequest,
    answer: HelpCenterRedirect,
  },
  find: {
    method: 'GET',
    path: '/help_center/help_centers/{help_center_id}/redirects/{id}',
    since: '2.16',
    scope: 'read_help_center_redirects_scope',
    summary: 'One redirect',
    answer: HelpCenterRedirect,
  },
  delete: {
    method: 'DELETE',
    path: '/help_center/help_centers/{help_center_id}/redirects/{id}',
    since: '2.16',
    scope: 'read_write_help_center_redirects_scope',
    summary: 'Delete a redirect',
    answer: DeletedHelpCenterRedirect,
  },
})
