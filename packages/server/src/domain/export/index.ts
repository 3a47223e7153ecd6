export { type Cell, gzippedCsv } from './csv-file.ts'
export {
  cancelExport,
  type Export,
  type ExportKind,
  type ExportView,
  findExport,
  getReady,
  requireFile,
  startExport,
  viewExport,
} from './export.ts'
