export { findContentStat, listContentStats, recordContentStat } from './content-stat.ts'
export { type ContentStatView, viewContentStats } from './content-stat.view.ts'
