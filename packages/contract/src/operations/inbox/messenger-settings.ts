import { MessengerGreeting, MessengerSettings } from '../../models/messenger.ts'
import { family } from '../../operation.ts'
import {
  BooleanInput,
  Dictionary,
  IntegerInput,
  model,
  nullable,
  oneOf,
  optional,
  Type,
} from '../../schema.ts'

export const UpdateMessengerSettingsRequest = model('update_messenger_settings_request', {
  color: optional(Type.String()),
  alignment: optional(oneOf('left', 'right')),
  horizontal_padding: optional(IntegerInput()),
  vertical_padding: optional(IntegerInput()),
  launcher_visible: optional(BooleanInput()),
  shown_to: optional(Type.Array(oneOf('visitors', 'leads', 'users'))),
  /** The query of a search, whose dates may be `{ days_ago: 30 }`; null is all of them. */
  aim: optional(nullable(Dictionary())),
  languages: optional(Type.Array(Type.String())),
  greetings: optional(Type.Record(Type.String(), MessengerGreeting)),
  spaces: optional(Type.Array(oneOf('home', 'messages', 'help', 'tickets', 'news'))),
  asks_for_email: optional(BooleanInput()),
})

/** How the workspace's messenger looks and what it holds. */
export const messengerSettings = family({
  find: {
    method: 'GET',
    path: '/app/api/messenger_settings',
    scope: 'use_app',
    summary: 'How the messenger looks and what it holds',
    answer: MessengerSettings,
  },
  update: {
    method: 'PATCH',
    path: '/app/api/messenger_settings',
    scope: 'manage_workspace',
    summary: 'Change how the messenger looks and what it holds',
    body: UpdateMessengerSettingsRequest,
    answer: MessengerSettings,
  },
})
