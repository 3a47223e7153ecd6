export { setAway, setOwnAway } from './set-away.ts'
