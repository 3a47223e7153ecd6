import type { Expression } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { AttributeModel } from '../data-attribute/index.ts'

/** What the SQL of a report is made for. */
export interface Scope {
  tx: Tx
  workspaceId: string
  /** IANA name: times are told in it. */
  timezone: string
}

/** The namespace of an attribute, which also says how its value is told. `people` and `conversation` are custom. */
export type Prefix =
  | 'standard'
  | 'timestamp'
  | 'duration'
  | 'team'
  | 'teammate'
  | 'conversation-rating-sent'
  | 'people'
  | 'conversation'

/** A column of a dataset. `value` is SQL over the tables of the dataset's sources, times being epoch seconds. */
export interface Attribute {
  id: string
  prefix: Prefix
  name: string
  value(scope: Scope): Expression<unknown>
}

export interface Dataset {
  id: string
  name: string
  description: string
  /** The time a report's range is about. */
  timeAttribute: string
  attributes: Attribute[]
  /** Where its rows come from, one after the other. */
  sources: Source[]
}

/** One page of the rows of a source. */
export type Source = (scope: Scope, asked: Asked) => Promise<ReportRow[]>

export interface Asked {
  /** Epoch seconds, both ends included. */
  range: { from: number; to: number }
  /** Whether conversations nobody replied to are in it. */
  unanswered: boolean
  values: Expression<unknown>[]
  after: ReportRow | undefined
  most: number
}

/** A row with its place in the order of its source. */
export interface ReportRow {
  cells: (string | null)[]
  first: number
  second: number
}

/** Every dataset is about conversations, so that each has the custom attributes of these and of their people. */
export const CUSTOM = { people: 'contact', conversation: 'conversation' } as const satisfies Partial<
  Record<Prefix, AttributeModel>
>

export const qualifiedId = ({ prefix, id }: Pick<Attribute, 'prefix' | 'id'>): string => `${prefix}.${id}`
