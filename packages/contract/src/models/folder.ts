import { model, nullable, Timestamp, Type } from '../schema.ts'
import { pageOf } from './list.ts'

export const Folder = model('folder', {
  id: Type.Integer(),
  name: Type.String(),
  description: nullable(Type.String()),
  emoji: nullable(Type.String()),
  parent_folder_id: nullable(Type.Integer()),
  content_count: Type.Integer(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
})

export const FolderList = pageOf('folder_list', Folder)

export const DeletedFolder = model('deleted_folder_object', {
  id: Type.Integer(),
  object: Type.Literal('folder'),
  deleted: Type.Boolean(),
})
