export { reportPart } from './part-report.ts'
export { secretOf } from './secret.ts'
