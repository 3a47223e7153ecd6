import { model, nullable, Timestamp, Type } from '../schema.ts'
import { cursorPageOf } from './list.ts'
import { Reference } from './reference.ts'
import { Tag } from './tag.ts'

export const SurveyAnswer = model('survey_answer', {
  question_id: Type.String(),
  question_text: nullable(Type.String()),
  response: nullable(Type.String()),
  answered_at: Timestamp(),
})

/** What happened between a contact and content that another program shows. Ours: the original has it in webhooks alone. */
export const ToldContentStat = model('told_content_stat', {
  type: Type.Literal('content_stat'),
  id: Type.String(),
  content_type: Type.String(),
  content_id: Type.String(),
  content_title: nullable(Type.String()),
  stat_type: Type.String(),
  receipt_id: Type.String(),
  contact: Reference,
  company: nullable(Reference),
  ruleset_id: nullable(Type.String()),
  ruleset_version_id: nullable(Type.String()),
  series_id: nullable(Type.String()),
  series_title: nullable(Type.String()),
  node_id: nullable(Type.String()),
  tags: Type.Array(Tag),
  answers: Type.Array(SurveyAnswer),
  created_at: Timestamp(),
})

export const ToldContentStatList = cursorPageOf('told_content_stat_list', ToldContentStat)
