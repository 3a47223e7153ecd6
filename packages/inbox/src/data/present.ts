import { fieldsOf } from '@guichet/contract/fields.ts'

/** Somebody who is at a conversation: a teammate who looks or types, a customer who types. */
export interface Present {
  kind: 'teammate' | 'contact'
  id: string
  name: string
  doing: 'viewing' | 'typing'
}

let present: ReadonlyMap<string, Present[]> = new Map()
const listeners = new Set<() => void>()

function set(to: typeof present): void {
  present = to
  for (const listen of listeners) listen()
}

export const presentAt = (id: string): Present[] => present.get(id) ?? NOBODY
const NOBODY: Present[] = []

export function listenToPresence(listen: () => void): () => void {
  listeners.add(listen)
  return () => listeners.delete(listen)
}

/** Nobody is known to be anywhere: a stream that opens tells at once who is. */
export const forgetPresence = (): void => set(new Map())

/** Takes note of one frame of the stream. */
export function hearPresence(frame: unknown): void {
  const { conversation_id: at, who, doing } = fieldsOf(frame)
  const { kind, id, name } = fieldsOf(who)
  if (kind !== 'teammate' && kind !== 'contact') return
  const others = presentAt(String(at)).filter(each => each.kind !== kind || each.id !== String(id))
  const one = { kind, id: String(id), name: typeof name === 'string' ? name : '' } as const
  const isHere = doing === 'viewing' || doing === 'typing'
  set(new Map(present).set(String(at), isHere ? [...others, { ...one, doing }] : others))
}
