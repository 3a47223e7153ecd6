export {
  type AttributeModel,
  checkCustomAttributes,
  definedAttributes,
  readCustomAttributes,
} from './custom-attributes.ts'
export type { AttributeDefinition } from './data-attribute.sql.ts'
export {
  archiveAttribute,
  createDataAttribute,
  createReferenceAttribute,
  listDataAttributes,
  updateDataAttribute,
} from './data-attribute.ts'
export { searchableAttributes } from './searchable-attributes.ts'
