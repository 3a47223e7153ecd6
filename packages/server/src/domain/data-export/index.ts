export { cancelDataExport, downloadDataExport, findDataExport, startDataExport } from './data-export.ts'
export { runDataExport } from './run-data-export.ts'
