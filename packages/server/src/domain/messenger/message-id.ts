import { numericId } from '../../db/ids.ts'

/** What a message in the app is called among conversations, such as `message-17`, as long as it has none of its own. */
export const placeOfMessage = (id: number | string): string => `${MARK}${id}`

/** The id of the message that something in a messenger is; undefined where it is a conversation. */
export const messageIdOf = (id: string): number | undefined =>
  id.startsWith(MARK) ? numericId(id.slice(MARK.length)) : undefined

const MARK = 'message-'
