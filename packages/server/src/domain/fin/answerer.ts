import type { ContentSource } from '@guichet/contract/models/ai-agent.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

/** Something Fin is asked, in plain words. */
export interface Question {
  words: string
  contactId: string
  /** What was said before in plain words, the oldest first. */
  history: { author: 'user' | 'agent' | 'fin'; words: string }[]
}

/** What Fin says to it. */
export interface Answer {
  html: string
  /** What it rests on. */
  sources: Static<typeof ContentSource>[]
}

/** Whatever answers questions: passages of articles, or a model. Undefined where it has no answer worth giving. */
export interface Answerer {
  answer(tx: Tx, actor: Actor, question: Question): Promise<Answer | undefined>
}
