export { type CollectionRef, collectionRefs, requireCollections } from './collection.require.ts'
export {
  createCollection,
  deleteCollection,
  findCollection,
  listCollections,
  updateCollection,
} from './collection.ts'
export { readContents } from './collection.view.ts'
export { placeCollection } from './place.ts'
export { createSection, deleteSection, findSection, listSections, updateSection } from './section.ts'
