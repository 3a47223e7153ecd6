import { family } from '../operation.ts'
import { IdInput, model, Type } from '../schema.ts'

export const UserDeleteRequest = model('user_delete_request', { intercom_user_id: IdInput() })

/** Stands outside the versions; old clients still call it to have a person forgotten. */
export const userDeleteRequests = family({
  create: {
    method: 'POST',
    path: '/user_delete_requests',
    scope: 'read_write_users',
    summary: 'Delete a contact for good',
    body: UserDeleteRequest,
    answer: Type.Object({ id: Type.String() }),
  },
})
