export { createConnectorToken, releaseConnectors, useConnector } from './connector-settings.ts'
export {
  createConnector,
  deleteConnector,
  findConnector,
  listConnectors,
  updateConnector,
} from './data-connector.ts'
export { type Executing, type ExecutionRequest, executeConnector, recordExecution } from './execute.ts'
export { type ExecutionView, viewExecutions } from './execution.view.ts'
export { findExecution, listExecutions } from './executions.ts'
export type { Outcome } from './run-request.ts'
