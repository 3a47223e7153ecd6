import { model, nullable, optional, since, Timestamp, Type } from '../schema.ts'
import { listOf } from './list.ts'
import { Reference } from './reference.ts'

/** A tag as it stands by itself. */
export const Tag = model('tag', {
  type: Type.Literal('tag'),
  id: Type.String(),
  name: Type.String(),
})

export const TagList = listOf('tag_list', Tag)

/** A tag on something: who put it there, and when. */
export const AppliedTag = model('applied_tag', {
  type: Type.Literal('tag'),
  id: Type.String(),
  name: Type.String(),
  applied_at: nullable(Timestamp()),
  applied_by: nullable(Reference),
})

/** The tags of one object, as a list by itself. */
export const AppliedTagList = listOf('applied_tag_list', AppliedTag)

/** The tags of one object, inside that object. */
export const AppliedTags = model('tags', {
  type: Type.Literal('tag.list'),
  tags: Type.Array(AppliedTag),
})

const Tagged = Type.Object({ id: Type.String(), tagged: Type.Boolean() })

/** Answers `POST /tags`, with what was tagged or untagged where the request named any. */
export const TagCreated = model('tag_create_response', {
  type: Type.Literal('tag'),
  id: Type.String(),
  name: Type.String(),
  users: since('2.16', optional(nullable(Type.Array(Tagged)))),
  companies: since('2.16', optional(nullable(Type.Array(Tagged)))),
})
