import { MessengerContact, MessengerSettings } from '../../models/messenger.ts'
import { family } from '../../operation.ts'
import { Dictionary, model, oneOf, optional, Timestamp, Type } from '../../schema.ts'

export const BootRequest = model('messenger_boot_request', {
  /** The workspace, by the id that its pages know it by. */
  app_id: Type.String(),
  /** The session that the browser kept, if it did. */
  session: optional(Type.String()),
  platform: optional(oneOf('web', 'ios', 'android')),
  /** The settings of the messenger, as pages give them to `Intercom('boot', …)`: who the user is, and all attributes. */
  user_data: optional(Dictionary()),
})

export const Booted = model('messenger_session', {
  type: Type.Literal('messenger_session'),
  /** What every other call of the messenger is made with, as its bearer token. */
  session: Type.String(),
  expires_at: Timestamp(),
  contact: MessengerContact,
  settings: MessengerSettings,
  /** How many conversations have something that was not seen. */
  unread_count: Type.Integer(),
})

export const UpdateMessengerRequest = model('messenger_update_request', { user_data: optional(Dictionary()) })

/** The session of somebody who looks through a messenger. */
export const messengerBoot = family({
  boot: {
    method: 'POST',
    path: '/messenger/api/sessions',
    access: 'public',
    scope: 'use_messenger',
    summary: 'Start a messenger: as who somebody says they are, as before, or as a new visitor',
    body: BootRequest,
    status: 201,
    answer: Booted,
  },
})

export const messengerSessions = family({
  update: {
    method: 'PATCH',
    path: '/messenger/api/sessions/current',
    access: 'messenger',
    scope: 'use_messenger',
    summary: 'Tell more of who one is',
    body: UpdateMessengerRequest,
    answer: MessengerContact,
  },
  end: {
    method: 'DELETE',
    path: '/messenger/api/sessions/current',
    access: 'messenger',
    scope: 'use_messenger',
    summary: 'End the session: the browser is a stranger’s again',
    status: 204,
  },
})
