export {
  createAudience,
  deleteAudience,
  findAudience,
  listAudiences,
  updateAudience,
} from './audience.ts'
export { contactsInAudience, inAudiences, isInAudience } from './audience-members.ts'
export type { AudiencedType } from './content-audiences.sql.ts'
export {
  audiencesOn,
  clearAudiences,
  requireAudiences,
  setAudiences,
  setAudiencesOnAll,
} from './content-audiences.ts'
