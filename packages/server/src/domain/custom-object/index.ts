export {
  deleteInstance,
  deleteInstanceByExternalId,
  findInstance,
  listInstances,
  saveInstance,
} from './custom-object.ts'
export { type CustomObjectTypeInput, createCustomObjectType } from './custom-object-type.ts'
export { readReferences, withReferences } from './references.ts'
