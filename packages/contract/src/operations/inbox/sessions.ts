import { Me, SessionList } from '../../models/me.ts'
import { family } from '../../operation.ts'
import { model, Type } from '../../schema.ts'

const signedIn = { access: 'session', scope: 'use_app', beforeTwoFactor: true } as const

export const EnterWorkspaceRequest = model('enter_workspace_request', { workspace_id: Type.String() })

export const UpdateMeRequest = model('update_me_request', {
  name: Type.Optional(Type.String()),
  job_title: Type.Optional(Type.Union([Type.String(), Type.Null()])),
})

export const ChangePasswordRequest = model('change_password_request', {
  current_password: Type.Optional(Type.String()),
  password: Type.String(),
})

/** Whoever is signed in, and where they are. */
export const sessions = family({
  me: {
    ...signedIn,
    method: 'GET',
    path: '/app/api/me',
    summary: 'Who is signed in, and what they may do',
    answer: Me,
  },
  updateMe: {
    ...signedIn,
    method: 'PATCH',
    path: '/app/api/me',
    summary: 'Change how one is called',
    body: UpdateMeRequest,
    answer: Me,
  },
  changePassword: {
    ...signedIn,
    method: 'PUT',
    path: '/app/api/me/password',
    summary: 'Change the password, or set a first one; ends the other sessions',
    body: ChangePasswordRequest,
    status: 204,
  },
  list: {
    ...signedIn,
    method: 'GET',
    path: '/app/api/sessions',
    summary: 'Where one is signed in',
    answer: SessionList,
  },
  enter: {
    ...signedIn,
    method: 'PUT',
    path: '/app/api/sessions/current',
    summary: 'Go on in another workspace',
    body: EnterWorkspaceRequest,
    answer: Me,
  },
  endCurrent: {
    ...signedIn,
    method: 'DELETE',
    path: '/app/api/sessions/current',
    summary: 'Sign out',
    status: 204,
  },
  end: {
    ...signedIn,
    method: 'DELETE',
    path: '/app/api/sessions/{id}',
    summary: 'End a session elsewhere',
    status: 204,
  },
  endOthers: {
    ...signedIn,
    method: 'DELETE',
    path: '/app/api/sessions',
    summary: 'End every session but this one',
    status: 204,
  },
})
