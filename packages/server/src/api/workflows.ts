import { workflows } from '@guichet/contract/operations/workflows.ts'
import { exportWorkflow } from '../domain/workflow-export/index.ts'
import { handlers } from './handlers.ts'

export const workflowRoutes = handlers(workflows, {
  export: ({ tx, actor, params }) => exportWorkflow(tx, actor, params.id),
})
