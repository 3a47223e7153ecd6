import { type Change, change } from '../change.ts'
import { AiAgent } from '../models/ai-agent.ts'
import { nullable, oneOf } from '../schema.ts'

export const changes: Change[] = [
  change({
    in: '2.15',
    model: AiAgent,
    why: 'The outcome says why a conversation left the AI agent, not where it went.',
    was: {
      resolution_state: nullable(
        oneOf('assumed_resolution', 'confirmed_resolution', 'routed_to_team', 'abandoned'),
      ),
    },
    down: agent => ({
      resolution_state: olderOutcomes.get(agent.resolution_state ?? '') ?? agent.resolution_state,
    }),
  }),
]

const olderOutcomes = new Map([
  ['escalated', 'routed_to_team'],
  ['procedure_handoff', 'routed_to_team'],
  ['negative_feedback', 'abandoned'],
])
