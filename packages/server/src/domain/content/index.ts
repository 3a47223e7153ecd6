export { runBulkAction } from './bulk-action.ts'
export { searchContent } from './search-content.ts'
