import { model, nullable, oneOf, optional, Timestamp, Type } from '../schema.ts'

export const ConversationMonitorEvaluation = model('conversation_monitor_evaluation', {
  monitor_id: Type.String(),
  monitor_name: nullable(Type.String()),
  monitor_type: nullable(Type.String()),
  result: Type.String(),
  explanation: nullable(Type.String()),
  evaluated_at: nullable(Timestamp()),
})

export const ConversationScorecardReviewedTeammate = model('conversation_scorecard_reviewed_teammate', {
  type: oneOf('ai', 'admin'),
  admin_id: nullable(Type.String()),
})

export const ConversationScorecardEvaluatorResult = model('conversation_scorecard_evaluator_result', {
  value: nullable(Type.String()),
  source: nullable(Type.String()),
  reasoning: nullable(Type.String()),
  reason_ids: optional(nullable(Type.Array(Type.String()))),
  other_text: optional(nullable(Type.String())),
})

export const ConversationScorecardEvaluator = model('conversation_scorecard_evaluator', {
  evaluator_id: Type.String(),
  result: nullable(ConversationScorecardEvaluatorResult),
})

export const ConversationScorecard = model('conversation_scorecard', {
  scorecard_id: Type.String(),
  scorecard_version_id: Type.String(),
  name: Type.String(),
  scorecard_type: Type.String(),
  passed: nullable(Type.Boolean()),
  score: nullable(Type.Number()),
  ai_score: nullable(Type.Number()),
  evaluated_at: nullable(Timestamp()),
  reviewed_teammate: ConversationScorecardReviewedTeammate,
  evaluators: Type.Array(ConversationScorecardEvaluator),
})
