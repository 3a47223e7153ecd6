/** What somebody does at a conversation: a teammate looks at it or types in it, a contact types. */
export interface Presence {
  workspaceId: string
  conversationId: string
  who: { kind: 'teammate'; id: number; name: string } | { kind: 'contact'; id: string }
  doing: 'viewing' | 'typing' | 'gone'
}
