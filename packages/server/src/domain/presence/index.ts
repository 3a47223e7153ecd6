export { announceContact, announceTeammate } from './announce.ts'
export type { Presence } from './presence.ts'
