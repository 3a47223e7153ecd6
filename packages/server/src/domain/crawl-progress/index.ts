export { type CrawlProgress, progressOf } from './crawl-progress.ts'
