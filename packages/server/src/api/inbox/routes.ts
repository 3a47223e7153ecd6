import type { Route } from '../handlers.ts'
import { inboxPageRoutes } from './inbox.ts'
import { sessionRoutes } from './sessions.ts'
import { signInRoutes } from './sign-in.ts'

/** What our own pages for teammates call. */
export const inboxRoutes: Route[] = [...signInRoutes, ...sessionRoutes, ...inboxPageRoutes]
