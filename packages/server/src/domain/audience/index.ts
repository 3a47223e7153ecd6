export { type Aim, checkAim, countAimed, isMeantFor, meantFor } from './aims.ts'
export {
  type AudienceView,
  createAudience,
  deleteAudience,
  findAudience,
  listAudiences,
  updateAudience,
  viewAudiences,
} from './audience.ts'
export { contactsInAudience, countAudience, inAudiences, isInAudience } from './audience-members.ts'
export type { AudiencedType } from './content-audiences.sql.ts'
export {
  audiencesOn,
  clearAudiences,
  requireAudiences,
  setAudiences,
  setAudiencesOnAll,
} from './content-audiences.ts'
export { readAim } from './read-aim.ts'
