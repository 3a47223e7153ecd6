import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { countOn } from './browse.sql.ts'

/** How an article left its reader. */
export type Opinion = 'happy' | 'neutral' | 'sad'

/** Counts that somebody read an article. */
export const countView = (tx: Tx, actor: Actor, articleId: number): Promise<void> =>
  countOn(tx, actor.workspace.id, articleId, 'views')

/** Counts how an article left a reader. */
export const countOpinion = (tx: Tx, actor: Actor, articleId: number, opinion: Opinion): Promise<void> =>
  countOn(tx, actor.workspace.id, articleId, `${opinion}_reactions`)
