export { listHandlingEvents } from './handling-events.ts'
