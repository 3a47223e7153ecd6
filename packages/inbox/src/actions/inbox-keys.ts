import type { PlainKey } from '../text/t.ts'

/** The keys of the inbox, by what they do. The page of shortcuts and the actions read the same table. */
export const INBOX_KEYS = {
  next: { label: 'inbox.next', keys: 'j' },
  previous: { label: 'inbox.previous', keys: 'k' },
  choose: { label: 'inbox.choose', keys: 'x' },
  chooseAll: { label: 'inbox.chooseAll', keys: 'shift+a' },
  reply: { label: 'inbox.reply', keys: 'r' },
  note: { label: 'inbox.note', keys: 'n' },
  macros: { label: 'inbox.macros', keys: 'm' },
  send: { label: 'inbox.send', keys: 'mod+enter' },
  sendAndClose: { label: 'inbox.sendAndClose', keys: 'mod+shift+enter' },
  close: { label: 'inbox.close', keys: 'e' },
  snooze: { label: 'inbox.snooze', keys: 'z' },
  assign: { label: 'inbox.assign', keys: 'a' },
  assignToMe: { label: 'inbox.assignToMe', keys: 'i' },
  tag: { label: 'inbox.tag', keys: 't' },
  convert: { label: 'inbox.convert', keys: 'c' },
  ticketState: { label: 'inbox.ticketState', keys: 's' },
  priority: { label: 'inbox.priority', keys: 'p' },
} as const satisfies Record<string, { label: PlainKey; keys: string }>

/** Writing to a customer first, from anywhere in the app. */
export const NEW_CONVERSATION_KEYS = 'shift+c'
