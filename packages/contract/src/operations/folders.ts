import { DeletedFolder, Folder, FolderList } from '../models/folder.ts'
import { family } from '../operation.ts'
import { IntegerInput, model, nullable, optional, Type } from '../schema.ts'
import { linkedPageQuery } from './paging.ts'

const folderFields = {
  description: optional(nullable(Type.String())),
  emoji: optional(nullable(Type.String())),
  parent_folder_id: optional(nullable(IntegerInput())),
}

export const CreateFolderRequest = model('create_folder_request', {
  folder: Type.Object({ name: Type.String(), ...folderFields }),
})

export const UpdateFolderRequest = model('update_folder_request', {
  folder: Type.Object({ name: optional(Type.String()), ...folderFields }),
})

export const folders = family({
  list: {
    method: 'GET',
    path: '/folders',
    since: 'Preview',
    scope: 'read_content',
    summary: 'Folders, page by page',
    query: Type.Object({ ...linkedPageQuery, parent_folder_id: optional(IntegerInput()) }),
    answer: FolderList,
  },
  create: {
    method: 'POST',
    path: '/folders',
    since: 'Preview',
    scope: 'write_content',
    summary: 'Create a folder',
    body: CreateFolderRequest,
    answer: Folder,
  },
  find: {
    method: 'GET',
    path: '/folders/{id}',
    since: 'Preview',
    scope: 'read_content',
    summary: 'One folder',
    answer: Folder,
  },
  update: {
    method: 'PUT',
    path: '/folders/{id}',
    since: 'Preview',
    scope: 'write_content',
    summary: 'Change a folder',
    body: UpdateFolderRequest,
    answer: Folder,
  },
  delete: {
    method: 'DELETE',
    path: '/folders/{id}',
    since: 'Preview',
    scope: 'write_content',
    summary: 'Delete an empty folder',
    answer: DeletedFolder,
  },
})
