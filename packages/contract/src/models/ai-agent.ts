import { model, nullable, oneOf, since, Timestamp, Type } from '../schema.ts'

export const ContentSource = model('content_source', {
  content_type: oneOf('file', 'article', 'external_content', 'content_snippet', 'workflow_connector_action'),
  url: Type.String(),
  title: Type.String(),
  locale: Type.String(),
})

export const ContentSourceList = model('content_sources_list', {
  type: Type.Literal('content_source.list'),
  total_count: Type.Integer(),
  content_sources: Type.Array(ContentSource),
})

export const AiAgent = model('ai_agent', {
  source_type: nullable(
    oneOf('essentials_plan_setup', 'profile', 'workflow', 'workflow_preview', 'fin_preview'),
  ),
  source_title: nullable(Type.String()),
  last_answer_type: nullable(oneOf('ai_answer', 'custom_answer')),
  resolution_state: nullable(
    oneOf(
      'assumed_resolution',
      'confirmed_resolution',
      'escalated',
      'negative_feedback',
      'procedure_handoff',
    ),
  ),
  rating: nullable(Type.Integer()),
  rating_remark: nullable(Type.String()),
  created_at: since('2.14', nullable(Timestamp())),
  updated_at: since('2.14', nullable(Timestamp())),
  content_sources: ContentSourceList,
})

export const SalesAgent = model('sales_agent', {
  outcome: nullable(oneOf('qualified', 'disqualified', 'product_discovery', 'escalated_to_support', 'spam')),
  routing_outcome: nullable(Type.String()),
  collected_data: nullable(Type.Record(Type.String(), Type.String())),
})

export const AiSubtopic = model('ai_subtopic', {
  type: Type.Literal('ai_subtopic'),
  name: Type.String(),
  id: Type.Integer(),
})

export const AiTopic = model('ai_topic', {
  type: Type.Literal('ai_topic'),
  topic_name: Type.String(),
  subtopics: Type.Array(AiSubtopic),
})

export const AiTopics = model('ai_topics', {
  type: Type.Literal('ai_topics'),
  topics: Type.Array(AiTopic),
})
