export { findLiveNews, listLiveNews } from './live-news.ts'
export { createNewsItem, deleteNewsItem, findNewsItem, listNewsItems, updateNewsItem } from './news-item.ts'
export { ensureNewsfeed, findNewsfeed, listNewsfeedItems, listNewsfeeds } from './newsfeed.ts'
