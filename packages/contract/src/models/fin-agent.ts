import { model, nullable, oneOf, optional, since, Type } from '../schema.ts'

const AttributeErrors = Type.Object({ attributes: Type.Record(Type.String(), Type.String()) })

export const FinAgentAttributeErrors = model('fin_agent_attribute_errors', {
  user: optional(AttributeErrors),
  conversation: optional(AttributeErrors),
})

/** Fin has taken the turn; what it says follows as events. `created_at_ms` is an ISO time. */
export const FinAgentAnswer = model('fin_agent_answer', {
  conversation_id: Type.String(),
  user_id: Type.String(),
  procedure_id: since('Preview', optional(Type.String())),
  status: oneOf('thinking', 'replying', 'awaiting_user_reply', 'escalated', 'resolved', 'complete'),
  created_at_ms: Type.String(),
  errors: optional(FinAgentAttributeErrors),
  sse_subscription_url: Type.String(),
})

export const FinAgentCsat = model('fin_agent_csat', {
  conversation_id: Type.String(),
  rating: oneOf('terrible', 'bad', 'ok', 'good', 'amazing'),
  status: Type.Literal('rated'),
})

export const FinAgentEscalation = model('fin_agent_escalation', {
  conversation_id: optional(Type.String()),
  intercom_conversation_id: optional(Type.String()),
  sse_subscription_url: optional(Type.String()),
  status: Type.Literal('escalated'),
})

/** Where an app hears what Fin does. */
export const FinCallback = model('fin_callback', {
  type: Type.Literal('fin_callback'),
  url: nullable(Type.String()),
  /** Signs what is sent there; told this once. */
  secret: optional(Type.String()),
})

export const FinAgentCapabilities = model('fin_agent_capabilities', {
  version: Type.String(),
  capabilities: Type.Array(
    Type.Object({
      type: Type.String(),
      id: optional(Type.String()),
      name: optional(Type.String()),
      description: Type.String(),
      endpoint: Type.String(),
      method: Type.String(),
    }),
  ),
})
