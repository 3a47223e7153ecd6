import { errors, problem } from '@guichet/contract/errors.ts'
import type { ReportingDataset } from '@guichet/contract/models/reporting-export.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { definedAttributes } from '../data-attribute/index.ts'
import { actionDataset } from './actions.sql.ts'
import { callDataset } from './calls.sql.ts'
import { conversationDataset } from './conversations.sql.ts'
import { type Attribute, CUSTOM, type Dataset, qualifiedId } from './dataset.ts'
import { ratingDataset } from './ratings.sql.ts'
import { ticketDataset } from './tickets.sql.ts'
import { custom } from './values.sql.ts'

/** Everything that can be reported on. */
const datasets: Dataset[] = [conversationDataset, actionDataset, ratingDataset, ticketDataset, callDataset]

export type DatasetView = Static<typeof ReportingDataset>

/** The datasets of a workspace, its custom attributes among theirs. */
export async function viewDatasets(tx: Tx, actor: Actor): Promise<DatasetView[]> {
  const customs = await customAttributes(tx, actor)
  return datasets.map(({ id, name, description, timeAttribute, attributes }) => ({
    ...{ id, name, description, default_time_attribute_id: timeAttribute },
    attributes: [...attributes, ...customs].map(each => ({
      ...{ id: each.id, qualified_id: qualifiedId(each), name: each.name },
    })),
  }))
}

/** The dataset of an id; 400 when there is none. */
export function requireDataset(id: string): Dataset {
  const found = datasets.find(each => each.id === id)
  if (!found) throw problem(errors.reportInvalid, `${id.slice(0, LONGEST_ID)} is not a valid dataset_id`)
  return found
}

/** The qualified ids of the attributes a request names, once each; 400 when the dataset lacks one. */
export async function readAttributeIds(
  tx: Tx,
  actor: Actor,
  dataset: Dataset,
  asked: string[],
): Promise<string[]> {
  if (asked.length === 0) {
    throw problem(errors.reportInvalid, 'attribute_ids must contain at least one attribute_id')
  }
  const known = idsOf(dataset, await customAttributes(tx, actor))
  const unknown = asked.filter(id => !known.has(id)).map(id => id.slice(0, LONGEST_ID))
  if (unknown.length > 0) {
    const told = unknown.slice(0, MOST_TOLD).join(', ')
    throw problem(errors.reportInvalid, `attribute_ids invalid for ${dataset.id} dataset: ${told}`)
  }
  return [...new Set(asked.flatMap(id => known.get(id) ?? []))]
}

/** The attribute of a qualified id that was found once; a custom one may be gone by now, and is empty then. */
export function attributeOf(dataset: Dataset, qualified: string): Attribute {
  const found = dataset.attributes.find(each => qualifiedId(each) === qualified)
  if (found) return found
  const [, prefix = '', name = ''] = /^(\w+)\.(.*)$/s.exec(qualified) ?? []
  if (!isCustom(prefix)) throw new Error(`${dataset.id} has no ${qualified}`)
  return customAttribute(prefix, name)
}

/**
 * What an attribute may be called: by its qualified id, else by its plain one, else under the name of its dataset, as in
 * the published `conversation.conversation_id`. Where two share a name, the dataset's own attribute has it.
 */
function idsOf(dataset: Dataset, customs: Attribute[]): Map<string, string> {
  const all = [...customs, ...dataset.attributes]
  return new Map([
    ...all.map(each => [`${dataset.id}.${each.id}`, qualifiedId(each)] as const),
    ...all.map(each => [each.id, qualifiedId(each)] as const),
    ...all.map(each => [qualifiedId(each), qualifiedId(each)] as const),
  ])
}

async function customAttributes(tx: Tx, actor: Actor): Promise<Attribute[]> {
  const [people, conversation] = await Promise.all([
    definedAttributes(tx, actor.workspace.id, CUSTOM.people),
    definedAttributes(tx, actor.workspace.id, CUSTOM.conversation),
  ])
  return [
    ...[...people.keys()].map(name => customAttribute('people', name)),
    ...[...conversation.keys()].map(name => customAttribute('conversation', name)),
  ]
}

const customAttribute = (prefix: keyof typeof CUSTOM, name: string): Attribute => ({
  ...{ id: name, prefix, name, value: custom(prefix, name) },
})

const isCustom = (prefix: string): prefix is keyof typeof CUSTOM => prefix in CUSTOM

const LONGEST_ID = 100
const MOST_TOLD = 20
