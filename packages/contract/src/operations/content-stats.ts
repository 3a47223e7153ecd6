import { ToldContentStat, ToldContentStatList } from '../models/content-stat.ts'
import { family } from '../operation.ts'
import { IdInput, IntegerInput, model, nullable, optional, Type, texts } from '../schema.ts'
import { cursorQuery } from './paging.ts'

const Id = () => optional(nullable(IdInput()))
const Text = () => optional(nullable(Type.String()))

export const SurveyAnswerInput = Type.Object({
  question_id: IdInput(),
  question_text: Text(),
  response: Id(),
  answered_at: optional(IntegerInput()),
})

export const CreateContentStatRequest = model('create_content_stat_request', {
  content_type: texts(Type.String(), { missing: 'content_type is a required parameter' }),
  content_id: texts(IdInput(), { missing: 'content_id is a required parameter' }),
  content_title: Text(),
  stat_type: texts(Type.String(), { missing: 'stat_type is a required parameter' }),
  /** Which delivery of the content to the contact it is: what happens to it later has the same. */
  receipt_id: texts(IdInput(), { missing: 'receipt_id is a required parameter' }),
  contact: texts(Type.Object({ id: Id(), external_id: Id(), email: Text() }), {
    missing: 'contact is a required parameter',
  }),
  company: optional(nullable(Type.Object({ id: Id(), company_id: Id() }))),
  ruleset_id: Id(),
  ruleset_version_id: Id(),
  series_id: Id(),
  series_title: Text(),
  node_id: Id(),
  tags: optional(Type.Array(Type.Object({ id: IdInput() }))),
  answers: optional(Type.Array(SurveyAnswerInput)),
  created_at: optional(IntegerInput()),
})

/** Ours: what programs beside us show to contacts, and what contacts do with it. */
export const contentStats = family({
  create: {
    method: 'POST',
    path: '/content_stats',
    addition: true,
    scope: 'write_content',
    summary: 'Tell what a contact did with content that another program shows',
    body: CreateContentStatRequest,
    answer: ToldContentStat,
  },
  list: {
    method: 'GET',
    path: '/content_stats',
    addition: true,
    scope: 'read_content',
    summary: 'What contacts did with content that other programs show',
    query: Type.Object({
      ...cursorQuery,
      content_type: optional(Type.String()),
      content_id: optional(Type.String()),
      contact_id: optional(Type.String()),
      receipt_id: optional(Type.String()),
      stat_type: optional(Type.String()),
    }),
    answer: ToldContentStatList,
  },
  find: {
    method: 'GET',
    path: '/content_stats/{id}',
    addition: true,
    scope: 'read_content',
    summary: 'One thing that a contact did with content',
    answer: ToldContentStat,
  },
})
