export { type Arrival, beginSession } from './begin-session.ts'
export {
  endOtherSessions,
  endSession,
  endSessionsOf,
  forgetSessions,
  SESSION_CHANNEL,
} from './end-session.ts'
export { enterWorkspace } from './enter-workspace.ts'
export { describeMe, updateMe } from './me.ts'
export { changeOwnPassword } from './own-password.ts'
export { requireOwnAccount, requireSession } from './session.policy.ts'
export {
  forgetEnded,
  hasSignedInFrom,
  type Method,
  parseMethod,
  type SessionCredential,
  selectSessionCredential,
  touchSession,
} from './session.sql.ts'
export { listSessions } from './session.ts'
export { actorAs } from './session-actor.ts'
export { LONGEST, SessionDesk } from './session-desk.ts'
export { listSignedIn, signOutTeammate } from './signed-in.ts'
