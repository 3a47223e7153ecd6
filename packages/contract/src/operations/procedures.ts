import { family } from '../operation.ts'
import { Dictionary, IdInput, model, Type } from '../schema.ts'

export const CollectAgentInputRequest = model('collect_agent_input_request', {
  step_id: IdInput(),
  attribute_values: Type.Array(Type.Object({ identifier: Type.String(), value: Type.Unknown() })),
})

export const procedures = family({
  collectAgentInput: {
    method: 'POST',
    path: '/procedures/{conversation_id}/collect_agent_input',
    since: 'Preview',
    scope: 'write_conversations',
    summary: 'Answer what a procedure asks',
    body: CollectAgentInputRequest,
    answer: Dictionary(),
  },
})
