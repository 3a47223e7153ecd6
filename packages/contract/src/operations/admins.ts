import { Admin, AdminList, AdminWithApp } from '../models/admin.ts'
import { family } from '../operation.ts'
import { BooleanInput, IdInput, model, nullable, optional, since, Type } from '../schema.ts'

export const SetAwayRequest = model('set_away_request', {
  away_mode_enabled: Type.Boolean(),
  away_mode_reassign: Type.Boolean(),
  away_status_reason_id: since('2.14', optional(nullable(IdInput()))),
})

export const admins = family({
  identify: {
    method: 'GET',
    path: '/me',
    scope: 'read_one_admin',
    summary: 'The admin a token acts as',
    answer: AdminWithApp,
  },
  list: {
    method: 'GET',
    path: '/admins',
    scope: 'read_admins',
    summary: 'All admins',
    query: Type.Object({ display_avatar: optional(BooleanInput()) }),
    answer: AdminList,
  },
  find: {
    method: 'GET',
    path: '/admins/{id}',
    scope: 'read_one_admin',
    summary: 'One admin',
    answer: Admin,
  },
  setAway: {
    method: 'PUT',
    path: '/admins/{id}/away',
    scope: 'write_admins',
    summary: 'Set or end away mode',
    body: SetAwayRequest,
    answer: Admin,
  },
})
