import type { Tx } from '../db/database.ts'
import type { Actor } from '../domain/actor.ts'
import { inAudiences } from '../domain/audience/index.ts'
import { lexemesOf } from './match.sql.ts'
import {
  type Candidate,
  selectCandidates,
  selectFrequencies,
  selectLanguages,
  selectText,
  type Text,
} from './retrieve.sql.ts'

/** A piece of content that fits a question. */
export interface Article extends Text {
  type: Candidate['type']
  language: string
}

interface Fitting {
  candidate: Candidate
  lexemes: string[]
  /** How much of the question it covers, from 0 to 1; rare words count for more. */
  cover: number
}

/** How much of a question has to be in a text for the text to be about it. */
const ENOUGH = 0.6

/** What fits a question best of all that Fin may tell a contact; undefined where nothing fits well enough. */
export async function retrieve(
  tx: Tx,
  actor: Actor,
  { words, contactId }: { words: string; contactId: string },
): Promise<{ article: Article; lexemes: string[] } | undefined> {
  const fitting: Fitting[] = []
  for (const language of await selectLanguages(tx, actor.workspace.id))
    fitting.push(...(await fittingIn(tx, actor, { language, words: words.slice(0, LONGEST), contactId })))
  const best = fitting.toSorted((a, b) => b.cover - a.cover)[0]
  if (!best || best.cover < ENOUGH) return undefined
  const { candidate, lexemes } = best
  const text = await selectText(tx, actor.workspace.id, candidate)
  return text && { article: { ...text, type: candidate.type, language: candidate.language }, lexemes }
}

const LONGEST = 2000

async function fittingIn(
  tx: Tx,
  actor: Actor,
  { language, words, contactId }: { language: string; words: string; contactId: string },
): Promise<Fitting[]> {
  const lexemes = (await lexemesOf(tx, language, words)).slice(0, MOST_LEXEMES)
  if (lexemes.length === 0) return []
  const candidates = await selectCandidates(tx, actor.workspace.id, { language, lexemes })
  if (candidates.length === 0) return []
  const open = await openTo(tx, actor, { candidates, contactId })
  const weights = await weightsOf(tx, actor, { language, lexemes })
  const whole = sum(lexemes, weights)
  return open
    .filter(({ matched, titled }) => titled || matched.length > 1)
    .map(candidate => ({ candidate, lexemes, cover: sum(candidate.matched, weights) / whole }))
}

const MOST_LEXEMES = 40

/** Content for some audiences is told to those in one of them; content for none in particular to everybody. */
async function openTo(
  tx: Tx,
  actor: Actor,
  { candidates, contactId }: { candidates: Candidate[]; contactId: string },
): Promise<Candidate[]> {
  const audienceIds = [...new Set(candidates.flatMap(each => each.audience_ids))]
  const mine = await inAudiences(tx, actor, { contactId, audienceIds })
  return candidates.filter(({ audience_ids: ids }) => ids.length === 0 || ids.some(id => mine.has(id)))
}

/** Words that are everywhere say little of what a question is about; those that are nowhere count like those that are rare. */
async function weightsOf(
  tx: Tx,
  actor: Actor,
  of: { language: string; lexemes: string[] },
): Promise<Map<string, number>> {
  const { total, having } = await selectFrequencies(tx, actor.workspace.id, of)
  return new Map(of.lexemes.map((lexeme, at) => [lexeme, Math.log(1 + total / Math.max(having[at] ?? 0, 1))]))
}

const sum = (lexemes: string[], weights: Map<string, number>): number =>
  lexemes.reduce((all, lexeme) => all + (weights.get(lexeme) ?? 0), 0)
