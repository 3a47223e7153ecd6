export { mentionsAnyOf, mentionsNobody } from './mention.sql.ts'
export { countUnseenMentions, recordMentions, seeMentions } from './mention.ts'
