export { setAway } from './set-away.ts'
