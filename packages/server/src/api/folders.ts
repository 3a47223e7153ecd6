import { folders } from '@guichet/contract/operations/folders.ts'
import { createFolder, deleteFolder, findFolder, listFolders, updateFolder } from '../domain/folder/index.ts'
import { handlers } from './handlers.ts'

export const folderRoutes = handlers(folders, {
  list: ({ tx, actor, query }) => listFolders(tx, actor, query),
  create: ({ tx, actor, body }) => createFolder(tx, actor, body),
  find: ({ tx, actor, params }) => findFolder(tx, actor, params.id),
  update: ({ tx, actor, params, body }) => updateFolder(tx, actor, params.id, body),
  delete: ({ tx, actor, params }) => deleteFolder(tx, actor, params.id),
})
