import {
  DeletedHelpCenterRedirect,
  HelpCenterRedirect,
  HelpCenterRedirectList,
} from '../models/help-center-redirect.ts'
import { family } from '../operation.ts'
import { IdInput, model, oneOf, Type, texts } from '../schema.ts'
import { pageQuery } from './paging.ts'

export const CreateHelpCenterRedirectRequest = model('create_help_center_redirect_request', {
  from_url: texts(Type.String(), { missing: 'from_url is required' }),
  locale: texts(Type.String(), { missing: 'locale is required' }),
  target_type: texts(oneOf('article', 'collection'), {
    missing: 'target_type is required',
    invalid: "target_type must be 'article' or 'collection'",
  }),
  target_id: texts(IdInput(), { missing: 'target_id is required' }),
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
