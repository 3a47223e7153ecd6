export { createFolder, deleteFolder, findFolder, listFolders, updateFolder } from './folder.ts'
export { folderWithin, requireFolder } from './folder-tree.ts'
