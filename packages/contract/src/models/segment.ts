import { Dictionary, model, nullable, oneOf, optional, Timestamp, Type } from '../schema.ts'
import { listOf } from './list.ts'

/** A saved group of contacts or companies; `count` only when asked for. */
export const Segment = model('segment', {
  type: Type.Literal('segment'),
  id: Type.String(),
  name: Type.String(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  /** Segments of companies say `user`, since 2.11 cannot do without. */
  person_type: oneOf('contact', 'user'),
  count: optional(nullable(Type.Integer())),
})

export const SegmentList = model('segment_list', {
  type: Type.Literal('segment.list'),
  segments: Type.Array(Segment),
  pages: optional(Dictionary()),
})

export const ObjectSegments = listOf('object_segments', Segment)
