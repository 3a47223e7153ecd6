import { model, nullable, optional, since, Timestamp, Type } from '../schema.ts'
import { pageOf } from './list.ts'

export const GroupContent = model('group_content', {
  type: Type.Literal('group_content'),
  name: Type.String(),
  description: nullable(Type.String()),
})

/** Names in other languages, by locale. `type` stands among the locales. */
export const TranslatedGroup = Type.Record(
  Type.String(),
  Type.Union([GroupContent, Type.Literal('group_translated_content'), Type.Null()]),
)

export const Collection = model('collection', {
  id: Type.String(),
  workspace_id: Type.String(),
  name: Type.String(),
  description: nullable(Type.String()),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  url: nullable(Type.String()),
  icon: nullable(Type.String()),
  order: Type.Integer(),
  default_locale: optional(Type.String()),
  translated_content: optional(nullable(TranslatedGroup)),
  parent_id: since('2.10', nullable(Type.String())),
  help_center_id: nullable(Type.Integer()),
})

export const CollectionList = pageOf('collection_list', Collection)

export const DeletedCollection = model('deleted_collection_object', {
  id: Type.String(),
  object: Type.Literal('collection'),
  deleted: Type.Boolean(),
})
