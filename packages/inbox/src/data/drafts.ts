import type { NewReply } from './replies.ts'

type Kind = NewReply['kind']

const keyOf = (id: string, kind: Kind): string => `guichet.draft.${id}.${kind}`

/** What was begun and not sent, kept in this browser. */
export const draftOf = (id: string, kind: Kind): string => localStorage.getItem(keyOf(id, kind)) ?? ''

export function keepDraft(id: string, kind: Kind, html: string): void {
  if (html === '' || html === '<p></p>') localStorage.removeItem(keyOf(id, kind))
  else localStorage.setItem(keyOf(id, kind), html)
}
