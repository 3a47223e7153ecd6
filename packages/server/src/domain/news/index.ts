export { deliverNews, listDeliveries, publishNewsDue } from './delivery.ts'
export { findLiveNews, type LiveNews, listLiveNews } from './live-news.ts'
export { createNewsItem, deleteNewsItem, findNewsItem, listNewsItems, updateNewsItem } from './news-item.ts'
export { reactToNews, seeNews } from './news-views.ts'
export {
  createNewsfeed,
  deleteNewsfeed,
  ensureNewsfeed,
  findNewsfeed,
  listNewsfeedItems,
  listNewsfeeds,
  renameNewsfeed,
} from './newsfeed.ts'
