export {
  archiveAttribute,
  createAttribute,
  findAttribute,
  listAttributes,
  updateAttribute,
} from './conversation-attribute.ts'
export { addOption, archiveOption, renameOption } from './options.ts'
