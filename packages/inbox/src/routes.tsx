import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { meQuery } from './data/me.ts'
import { queryClient } from './data/query.ts'
import { Crash } from './pages/crash.tsx'
import { NotFound } from './pages/not-found.tsx'
import { Shell } from './pages/shell/shell.tsx'

/** Every page of the app. Each is a file of its own that the browser loads when it is first gone to, or hovered. */
const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: Crash })

/** What only somebody who is signed in sees. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: () => queryClient.ensureQueryData(meQuery),
})

const start = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/inbox' })
  },
})

const inboxStart = createRoute({
  getParentRoute: () => shell,
  path: '/inbox',
  beforeLoad: () => {
    throw redirect({ to: '/inbox/$view/{-$id}', params: { view: 'mine', id: undefined } })
  },
})

const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox/$view/{-$id}',
  component: lazyRouteComponent(() => import('./pages/inbox/inbox-page.tsx'), 'InboxPage'),
})

const shortcuts = createRoute({
  getParentRoute: () => shell,
  path: '/shortcuts',
  component: lazyRouteComponent(() => import('./pages/shortcuts/shortcuts-page.tsx'), 'ShortcutsPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([shell.addChildren([start, inboxStart, inbox, shortcuts])]),
  basepath: '/app',
  defaultPreload: 'intent',
  defaultErrorComponent: Crash,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: false,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
