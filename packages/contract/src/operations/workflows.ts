import { WorkflowExport } from '../models/workflow-export.ts'
import { family } from '../operation.ts'

export const workflows = family({
  export: {
    method: 'GET',
    path: '/export/workflows/{id}',
    since: '2.15',
    scope: 'read_workflows',
    summary: 'One workflow as data',
    answer: WorkflowExport,
  },
})
