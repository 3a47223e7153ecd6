export { createOrFindTag, deleteTag, findTag, listTags, renameTag } from './tag.ts'
export { viewAppliedTag } from './tag.view.ts'
export type { Taggable } from './taggings.sql.ts'
export { applyTag, liftTag, tagsOn } from './taggings.ts'
