export { type EventItem, itemsOf } from './items.ts'
export { PING, renderItem } from './render-item.ts'
