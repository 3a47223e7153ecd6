import { model, nullable, optional, Timestamp, Type } from '../schema.ts'
import { TranslatedGroup } from './collection.ts'
import { pageOf } from './list.ts'

export const Section = model('section', {
  type: Type.Literal('section'),
  id: Type.String(),
  workspace_id: Type.String(),
  name: Type.String(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  url: nullable(Type.String()),
  icon: optional(nullable(Type.String())),
  order: Type.Integer(),
  parent_id: nullable(Type.Union([Type.Integer(), Type.String()])),
  default_locale: optional(Type.String()),
  translated_content: optional(nullable(TranslatedGroup)),
})

export const SectionList = pageOf('section_list', Section)

export const DeletedSection = model('deleted_section_object', {
  id: Type.String(),
  object: Type.Literal('section'),
  deleted: Type.Boolean(),
})
