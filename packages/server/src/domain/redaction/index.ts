export { redact } from './redaction.ts'
