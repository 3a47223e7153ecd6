export { recordSearch } from './record-search.ts'
export { listSearches } from './searches.ts'
