export {
  archiveAttribute,
  createAttribute,
  findAttribute,
  listAttributes,
  restoreAttribute,
  updateAttribute,
} from './conversation-attribute.ts'
export { addOption, archiveOption, renameOption } from './options.ts'
