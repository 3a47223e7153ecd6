import type { Guichet } from './guichet.ts'
import { happened } from './happened.ts'

/** The topics of all that happened to an object, oldest first. */
export async function topicsOf(guichet: Guichet, type: string, id: string): Promise<string[]> {
  const events = await happened(guichet, { objectType: type, objectId: id })
  return events.map(event => event.topic)
}
