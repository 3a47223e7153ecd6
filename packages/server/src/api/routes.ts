import { conversationAttributeRoutes } from './conversation-attributes.ts'
import type { Route } from './handlers.ts'
import { tagRoutes } from './tags.ts'

/** Every family that is built. */
export const routes: Route[] = [...conversationAttributeRoutes, ...tagRoutes]
