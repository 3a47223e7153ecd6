export { type EventItem, itemsOf } from './items.ts'
export { partIdsOf } from './kinds.ts'
export { PING, renderItem } from './render-item.ts'
