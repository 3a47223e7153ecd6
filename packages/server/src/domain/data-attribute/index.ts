export { type AttributeModel, checkCustomAttributes, definedAttributes } from './custom-attributes.ts'
export type { AttributeDefinition } from './data-attribute.sql.ts'
