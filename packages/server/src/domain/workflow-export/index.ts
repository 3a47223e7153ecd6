export { createWorkflow, type NewWorkflow } from './create-workflow.ts'
export { exportWorkflow, type WorkflowExportView } from './workflow-export.ts'
