export { type FeedQuery, readFeed } from './event-feed.ts'
