import type { LoggedEvent } from '../../events/logged-event.ts'
import type { ContentStatView } from '../content-stat/index.ts'
import type { Found } from './found.ts'
import type { EventItem } from './items.ts'
import { isoOf, type Kind } from './kind.ts'

/** What a contact did with content: with ours, of which the log has all there is, or with what another program tells of. */
export const contentStat: Kind = {
  needs: ({ object, payload }) =>
    object.type === 'content_stat'
      ? [['content_stat', object.id]]
      : [['contact', String(payload['contact_id'])]],
  item: (event, found) =>
    event.object.type === 'content_stat' ? itemOfTold(event, found) : itemOfOurs(event, found),
}

function itemOfOurs(
  { topic, id, object, payload, createdAt }: LoggedEvent,
  found: Found,
): EventItem | undefined {
  const contact = found.contact.get(String(payload['contact_id']))
  const { contact_id: _, ...stat } = payload
  const nothing = { content_title: null, ruleset_id: null, ruleset_version_id: null, receipt_id: null }
  return (
    contact && {
      type: topic,
      created_at: isoOf(createdAt),
      content_stat: {
        ...{ id: String(id), content_type: object.type, content_id: object.id },
        ...{ ...nothing, tags: listOf([]) },
        ...stat,
      },
      contact,
    }
  )
}

/** With whom it is of now: what was told of a contact moves on when that is merged. */
function itemOfTold({ topic, object }: LoggedEvent, found: Found): EventItem | undefined {
  const stat = found.content_stat.get(object.id)
  const contact = found.contact.get(stat?.contact.id ?? '')
  const company = found.company.get(stat?.company?.id ?? '')
  return (
    stat &&
    contact && {
      type: topic,
      created_at: isoOf(stat.created_at),
      content_stat: {
        ...{ id: stat.id, content_type: stat.content_type, content_id: stat.content_id },
        ...{ stat_type: stat.stat_type, content_title: stat.content_title },
        ...{ ruleset_id: stat.ruleset_id, ruleset_version_id: stat.ruleset_version_id },
        ...{ receipt_id: stat.receipt_id, tags: listOf(stat.tags) },
        ...(stat.series_id !== null && { series_id: stat.series_id, series_title: stat.series_title }),
        ...(stat.node_id !== null && { node_id: stat.node_id }),
      },
      contact,
      ...(company && { company }),
      ...answersOf(stat),
    }
  )
}

/** An answer comes by itself, and all of them when the survey is completed. */
function answersOf({ stat_type, answers }: ContentStatView): object {
  const told = answers.map(answer => ({ ...answer, answered_at: isoOf(answer.answered_at) }))
  if (stat_type === 'answer') return { answer: told[0] }
  return told.length > 0 ? { answers: told } : {}
}

const listOf = (data: object[]) => ({ type: 'list', has_more: false, data, total_count: data.length })
