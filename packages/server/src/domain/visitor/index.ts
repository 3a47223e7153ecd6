export { convertVisitor } from './convert-visitor.ts'
export { createVisitor, findVisitor, updateVisitor } from './visitor.ts'
