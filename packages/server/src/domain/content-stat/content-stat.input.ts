import { type ContentKind, contentKinds, isContentKind } from '@guichet/contract/content-kinds.ts'
import { invalid, missing } from '@guichet/contract/errors.ts'
import type { CreateContentStatRequest } from '@guichet/contract/operations/content-stats.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Actor } from '../actor.ts'
import { checkSeconds } from '../check-seconds.ts'
import type { SurveyAnswer } from './content-stat.sql.ts'

type Request = Static<typeof CreateContentStatRequest>

/** What is told of content, once it is checked: whom it is about is still to be found. */
export interface ToldStat {
  kind: ContentKind
  content_id: string
  content_title: string | null
  stat_type: string
  receipt_id: string
  ruleset_id: string | null
  ruleset_version_id: string | null
  series_id: string | null
  series_title: string | null
  node_id: string | null
  answers: SurveyAnswer[]
  created_at: number
}

const LONGEST_ID = 255
const LONGEST_TITLE = 255
const LONGEST_QUESTION = 1000
const LONGEST_RESPONSE = 10_000
const MOST_ANSWERS = 100
/** Clocks of others run a little ahead. */
const AHEAD = 60

/** Checks what a program tells; 400 for what cannot have happened. */
export function readStat(actor: Actor, request: Request): ToldStat {
  const { content_type: kind, stat_type } = request
  if (!isContentKind(kind))
    throw invalid(`content_type must be one of ${Object.keys(contentKinds).join(', ')}`, 'content_type')
  const happens: readonly string[] = contentKinds[kind]
  if (!happens.includes(stat_type))
    throw invalid(`stat_type of ${kind} must be one of ${happens.join(', ')}`, 'stat_type')
  const created_at = readTime(actor, request.created_at ?? actor.now, 'created_at')
  return {
    ...{ kind, stat_type, created_at },
    content_id: readId(request.content_id, 'content_id'),
    receipt_id: readId(request.receipt_id, 'receipt_id'),
    content_title: readText(request.content_title, 'content_title', LONGEST_TITLE),
    series_title: readText(request.series_title, 'series_title', LONGEST_TITLE),
    ruleset_id: readText(request.ruleset_id, 'ruleset_id', LONGEST_ID),
    ruleset_version_id: readText(request.ruleset_version_id, 'ruleset_version_id', LONGEST_ID),
    series_id: readText(request.series_id, 'series_id', LONGEST_ID),
    node_id: readText(request.node_id, 'node_id', LONGEST_ID),
    answers: readAnswers(actor, request, created_at),
  }
}

/** One answer when it is given, all of them when the survey is completed. */
function readAnswers(actor: Actor, request: Request, at: number): SurveyAnswer[] {
  const { content_type: kind, stat_type, answers = [] } = request
  const [fewest, most] =
    kind !== 'survey'
      ? [0, 0]
      : stat_type === 'answer'
        ? [1, 1]
        : [0, stat_type === 'completion' ? MOST_ANSWERS : 0]
  if (answers.length < fewest) throw missing('answers')
  if (answers.length > most) throw invalid(tooMany(most), 'answers')
  const read = answers.map(answer => ({
    question_id: readId(answer.question_id, 'answers.question_id'),
    question_text: readText(answer.question_text, 'answers.question_text', LONGEST_QUESTION),
    response: readText(answer.response, 'answers.response', LONGEST_RESPONSE),
    answered_at: readTime(actor, answer.answered_at ?? at, 'answers.answered_at'),
  }))
  if (new Set(read.map(({ question_id }) => question_id)).size < read.length)
    throw invalid('answers must name each question once', 'answers')
  return read
}

const tooMany = (most: number): string =>
  most === 0
    ? 'answers are given to surveys alone, when one is given or when all are'
    : `answers must be at most ${most}`

function readId(id: string, field: string): string {
  const trimmed = id.trim()
  if (trimmed === '') throw missing(field)
  if (trimmed.length > LONGEST_ID) throw invalid(`${field} must have at most ${LONGEST_ID} characters`, field)
  return trimmed
}

function readText(text: string | null | undefined, field: string, longest: number): string | null {
  if (text == null || text.trim() === '') return null
  if (text.length > longest) throw invalid(`${field} must have at most ${longest} characters`, field)
  return text
}

function readTime(actor: Actor, seconds: number, field: string): number {
  if (checkSeconds(seconds, field) > actor.now + AHEAD)
    throw invalid(`${field} must not be in the future`, field)
  return Math.min(seconds, actor.now)
}
