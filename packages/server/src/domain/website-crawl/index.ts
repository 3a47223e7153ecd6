export { crawlDue } from './crawl-due.ts'
export {
  crawlProgress,
  createWebsiteSource,
  listCrawls,
  type NewWebsite,
  restartCrawl,
} from './website-crawl.ts'
