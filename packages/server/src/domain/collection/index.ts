export { type CollectionRef, collectionRefs, requireCollections } from './collection.require.ts'
export {
  createCollection,
  deleteCollection,
  findCollection,
  listCollections,
  updateCollection,
} from './collection.ts'
export { createSection, deleteSection, findSection, listSections, updateSection } from './section.ts'
