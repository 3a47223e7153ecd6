import { invalid } from '@guichet/contract/errors.ts'
import type { Actor } from '../actor.ts'
import type { ArticlePatch } from './article.sql.ts'

/** What a request says of the moments an article is to be published or unpublished at. */
export interface ScheduleRequest {
  scheduled_publish_at?: string | null | undefined
  scheduled_unpublish_at?: string | null | undefined
  state?: 'published' | 'draft' | undefined
}

type Schedule = Pick<ArticlePatch, 'scheduled_publish_at' | 'scheduled_unpublish_at'>

/** Reads the schedule: an article has one of the two at most, so either takes the place of the other. */
export function readSchedule(
  actor: Actor,
  request: ScheduleRequest,
  hasBeenPublished: boolean,
): Schedule & { delaysPublishing: boolean } {
  const { scheduled_publish_at: publish, scheduled_unpublish_at: unpublish, state } = request
  if (publish != null && unpublish != null)
    throw invalid('scheduled_publish_at and scheduled_unpublish_at cannot be set in the same request')
  if (publish != null) {
    if (state === 'draft')
      throw invalid("scheduled_publish_at cannot be combined with state 'draft'", 'scheduled_publish_at')
    const at = moment(actor, 'scheduled_publish_at', publish)
    return { scheduled_publish_at: at, scheduled_unpublish_at: null, delaysPublishing: true }
  }
  if (unpublish != null) {
    const at = moment(actor, 'scheduled_unpublish_at', unpublish)
    if (!hasBeenPublished && state !== 'published')
      throw invalid(
        'scheduled_unpublish_at needs an article that has been published',
        'scheduled_unpublish_at',
      )
    return { scheduled_publish_at: null, scheduled_unpublish_at: at, delaysPublishing: false }
  }
  return {
    ...(publish === null && { scheduled_publish_at: null }),
    ...(unpublish === null && { scheduled_unpublish_at: null }),
    delaysPublishing: false,
  }
}

function moment(actor: Actor, field: string, text: string): number {
  const zoned = ZONED.test(text) ? text : `${text}Z`
  const at = ISO.test(text) ? Math.floor(Date.parse(zoned) / 1000) : Number.NaN
  if (!Number.isFinite(at)) throw invalid(`${field} must be an ISO 8601 timestamp`, field)
  if (at <= actor.now) throw invalid(`${field} must be in the future`, field)
  return at
}

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/
const ZONED = /(?:Z|[+-]\d{2}:?\d{2})$/i
