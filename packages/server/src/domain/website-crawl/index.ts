export { crawlDue } from './crawl-due.ts'
export {
  type CrawlProgress,
  crawlProgress,
  createWebsiteSource,
  type NewWebsite,
  restartCrawl,
} from './website-crawl.ts'
