/** In the place of a conversation's id in an address: the one that is about to begin. */
export const NEW = 'new'

/** The part that a conversation opens at, from where it was found; 0 is what the conversation began with. */
export const partIn = ({ part }: Record<string, unknown>): { part?: number } =>
  typeof part === 'number' ? { part } : {}

/** That, and whom the conversation is with that is about to begin. */
export const conversationAskedOf = (search: Record<string, unknown>): { part?: number; to?: string } => ({
  ...partIn(search),
  ...(typeof search['to'] === 'string' && { to: search['to'] }),
})
