export { findInvitation, invite, listInvitations, markAccepted, withdrawInvitation } from './invitation.ts'
