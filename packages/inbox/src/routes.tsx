import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router'
import { conversationAskedOf, partIn } from './data/conversation-asked.ts'
import { importAskedOf } from './data/import-asked.ts'
import { listSearchOf } from './data/list-search.ts'
import { meQuery } from './data/me.ts'
import { messagesAskedOf } from './data/message-search.ts'
import { isSignedOut, queryClient } from './data/query.ts'
import { reportSearchOf } from './data/report-search.ts'
import { Crash } from './pages/crash.tsx'
import { NotFound } from './pages/not-found.tsx'
import { Shell } from './pages/shell/shell.tsx'
import { loadArea } from './text/t.ts'

/** Every page of the app. Each is a file of its own that the browser loads when it is first gone to, or hovered. */
const root = createRootRoute({ notFoundComponent: NotFound, errorComponent: Crash })

/** What only somebody who is signed in sees. */
const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(meQuery).catch(error => {
      // It leads away from the app to signing in, and nothing is drawn meanwhile.
      if (isSignedOut(error)) return new Promise<never>(() => {})
      throw error
    })
    if (me.two_factor_setup_required && location.pathname !== '/account') throw redirect({ to: '/account' })
  },
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

/** A conversation that is about to begin has `new` in the place of its id, and whom it is with. */
const inbox = createRoute({
  getParentRoute: () => shell,
  path: '/inbox/$view/{-$id}',
  validateSearch: conversationAskedOf,
  component: lazyRouteComponent(() => import('./pages/inbox/inbox-page.tsx'), 'InboxPage'),
})

const search = createRoute({
  getParentRoute: () => shell,
  path: '/search',
  validateSearch: messagesAskedOf,
  loader: () => loadArea('desk'),
  component: lazyRouteComponent(() => import('./pages/search/search-page.tsx'), 'SearchPage'),
})

/** A list keeps in its address what it was narrowed by, so that going back finds it as it was left. */
const contacts = createRoute({
  getParentRoute: () => shell,
  path: '/contacts',
  validateSearch: listSearchOf,
  loader: () => loadArea('person'),
  component: lazyRouteComponent(() => import('./pages/contacts/contacts-page.tsx'), 'ContactsPage'),
})

const contact = createRoute({
  getParentRoute: () => shell,
  path: '/contacts/$id',
  loader: () => loadArea('person'),
  component: lazyRouteComponent(() => import('./pages/contacts/contact-page.tsx'), 'ContactPage'),
})

const companies = createRoute({
  getParentRoute: () => shell,
  path: '/companies',
  validateSearch: listSearchOf,
  component: lazyRouteComponent(() => import('./pages/companies/companies-page.tsx'), 'CompaniesPage'),
})

const company = createRoute({
  getParentRoute: () => shell,
  path: '/companies/$id',
  component: lazyRouteComponent(() => import('./pages/companies/company-page.tsx'), 'CompanyPage'),
})

const tickets = createRoute({
  getParentRoute: () => shell,
  path: '/tickets',
  validateSearch: listSearchOf,
  component: lazyRouteComponent(() => import('./pages/tickets/tickets-page.tsx'), 'TicketsPage'),
})

const reports = createRoute({
  getParentRoute: () => shell,
  path: '/reports',
  validateSearch: reportSearchOf,
  loader: () => loadArea('reports'),
  component: lazyRouteComponent(() => import('./pages/reports/reports-page.tsx'), 'ReportsPage'),
})

const knowledge = createRoute({
  getParentRoute: () => shell,
  path: '/knowledge/{-$tab}',
  loader: () => loadArea('knowledge'),
  component: lazyRouteComponent(() => import('./pages/knowledge/knowledge-page.tsx'), 'KnowledgePage'),
})

/** The address keeps the language that is written in, and the one that is shown beside it. */
const article = createRoute({
  getParentRoute: () => shell,
  path: '/knowledge/articles/$id',
  validateSearch: ({ locale, beside }: Record<string, unknown>): { locale?: string; beside?: string } => ({
    ...(typeof locale === 'string' && { locale }),
    ...(typeof beside === 'string' && { beside }),
  }),
  loader: () => loadArea('knowledge'),
  component: lazyRouteComponent(() => import('./pages/knowledge/article-page.tsx'), 'ArticlePage'),
})

const internalArticle = createRoute({
  getParentRoute: () => shell,
  path: '/knowledge/internal-articles/$id',
  loader: () => loadArea('knowledge'),
  component: lazyRouteComponent(() => import('./pages/knowledge/internal-page.tsx'), 'InternalPage'),
})

/** Its editors and charts are those of knowledge and of reports, with their words. */
const loadOutbound = () => Promise.all([loadArea('outbound'), loadArea('knowledge'), loadArea('reports')])

const outbound = createRoute({
  getParentRoute: () => shell,
  path: '/outbound/{-$tab}',
  loader: loadOutbound,
  component: lazyRouteComponent(() => import('./pages/outbound/outbound-page.tsx'), 'OutboundPage'),
})

const newsItem = createRoute({
  getParentRoute: () => shell,
  path: '/outbound/news/$id',
  loader: loadOutbound,
  component: lazyRouteComponent(() => import('./pages/outbound/news-page.tsx'), 'NewsPage'),
})

const banner = createRoute({
  getParentRoute: () => shell,
  path: '/outbound/banners/$id',
  loader: loadOutbound,
  component: lazyRouteComponent(() => import('./pages/outbound/banner-page.tsx'), 'BannerPage'),
})

const shortcuts = createRoute({
  getParentRoute: () => shell,
  path: '/shortcuts',
  component: lazyRouteComponent(() => import('./pages/shortcuts/shortcuts-page.tsx'), 'ShortcutsPage'),
})

const SETTINGS_AREAS = ['settings', 'teams', 'organising', 'messengers', 'outbound'] as const

/** The pages of settings, those of one's account and for developers among them, beside the list of all of them. */
const settings = createRoute({
  getParentRoute: () => shell,
  id: 'settings',
  loader: () => Promise.all(SETTINGS_AREAS.map(loadArea)),
  component: lazyRouteComponent(() => import('./pages/settings/settings-frame.tsx'), 'SettingsFrame'),
})

const emailSettings = createRoute({
  getParentRoute: () => settings,
  path: '/settings/email',
  loader: () => loadArea('mail'),
  component: lazyRouteComponent(() => import('./pages/settings/email-page.tsx'), 'EmailPage'),
})

const importContacts = createRoute({
  getParentRoute: () => shell,
  path: '/import/contacts',
  validateSearch: importAskedOf,
  loader: () => loadArea('imports'),
  component: lazyRouteComponent(() => import('./pages/imports/import-page.tsx'), 'ImportContactsPage'),
})
const importCompanies = createRoute({
  getParentRoute: () => shell,
  path: '/import/companies',
  validateSearch: importAskedOf,
  loader: () => loadArea('imports'),
  component: lazyRouteComponent(() => import('./pages/imports/import-page.tsx'), 'ImportCompaniesPage'),
})

const settingsStart = createRoute({
  getParentRoute: () => settings,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings/start-page.tsx'), 'SettingsStartPage'),
})

const workspaceSettings = createRoute({
  getParentRoute: () => settings,
  path: '/settings/workspace',
  component: lazyRouteComponent(() => import('./pages/settings/workspace-page.tsx'), 'WorkspacePage'),
})

const teammateSettings = createRoute({
  getParentRoute: () => settings,
  path: '/settings/teammates',
  component: lazyRouteComponent(() => import('./pages/settings/teammates-page.tsx'), 'TeammatesPage'),
})

const roleSettings = createRoute({
  getParentRoute: () => settings,
  path: '/settings/roles',
  component: lazyRouteComponent(() => import('./pages/settings/roles-page.tsx'), 'RolesPage'),
})

const securitySettings = createRoute({
  getParentRoute: () => settings,
  path: '/settings/security',
  component: lazyRouteComponent(() => import('./pages/settings/security-page.tsx'), 'SecurityPage'),
})

const teamSettings = createRoute({
  getParentRoute: () => settings,
  path: '/settings/teams',
  component: lazyRouteComponent(() => import('./pages/settings/teams-page.tsx'), 'TeamsPage'),
})

const hoursSettings = createRoute({
  getParentRoute: () => settings,
  path: '/settings/office-hours',
  component: lazyRouteComponent(() => import('./pages/settings/hours-page.tsx'), 'HoursPage'),
})

const scheduleSettings = createRoute({
  getParentRoute: () => settings,
  path: '/settings/office-hours/$id',
  component: lazyRouteComponent(() => import('./pages/settings/schedule-page.tsx'), 'SchedulePage'),
})

const awaySettings = createRoute({
  getParentRoute: () => settings,
  path: '/settings/away',
  component: lazyRouteComponent(() => import('./pages/settings/away-page.tsx'), 'AwayPage'),
})

const messengerSettings = createRoute({
  getParentRoute: () => settings,
  path: '/settings/messenger',
  component: lazyRouteComponent(() => import('./pages/settings/messenger-page.tsx'), 'MessengerPage'),
})

const brandSettings = createRoute({
  getParentRoute: () => settings,
  path: '/settings/brands',
  component: lazyRouteComponent(() => import('./pages/settings/brands-page.tsx'), 'BrandsPage'),
})

const channelSettings = createRoute({
  getParentRoute: () => settings,
  path: '/settings/channels',
  component: lazyRouteComponent(() => import('./pages/settings/channels-page.tsx'), 'ChannelsPage'),
})

const helpCenterSettings = createRoute({
  getParentRoute: () => settings,
  path: '/settings/help-center',
  loader: () => loadArea('helpSite'),
  component: lazyRouteComponent(() => import('./pages/settings/help-center-page.tsx'), 'HelpCenterPage'),
})

const retentionSettings = createRoute({
  getParentRoute: () => settings,
  path: '/settings/retention',
  component: lazyRouteComponent(() => import('./pages/settings/retention-page.tsx'), 'RetentionPage'),
})

const tagSettings = createRoute({
  getParentRoute: () => settings,
  path: '/settings/tags',
  component: lazyRouteComponent(() => import('./pages/settings/tags-page.tsx'), 'TagsPage'),
})

const macroSettings = createRoute({
  getParentRoute: () => settings,
  path: '/settings/macros',
  component: lazyRouteComponent(() => import('./pages/settings/macros-page.tsx'), 'MacrosPage'),
})

const attributeSettings = createRoute({
  getParentRoute: () => settings,
  path: '/settings/attributes/{-$of}',
  component: lazyRouteComponent(() => import('./pages/settings/attributes-page.tsx'), 'AttributesPage'),
})

const ticketSettings = createRoute({
  getParentRoute: () => settings,
  path: '/settings/tickets/{-$tab}',
  component: lazyRouteComponent(() => import('./pages/settings/tickets-page.tsx'), 'TicketSettingsPage'),
})

const account = createRoute({
  getParentRoute: () => settings,
  path: '/account',
  component: lazyRouteComponent(() => import('./pages/account/account-page.tsx'), 'AccountPage'),
})

const developer = createRoute({
  getParentRoute: () => settings,
  path: '/developer/{-$tab}',
  loader: () => loadArea('developer'),
  component: lazyRouteComponent(() => import('./pages/developer/developer-page.tsx'), 'DeveloperPage'),
})

const welcome = createRoute({
  getParentRoute: () => shell,
  path: '/welcome',
  loader: () => loadArea('welcome'),
  component: lazyRouteComponent(() => import('./pages/welcome/welcome-page.tsx'), 'WelcomePage'),
})

/** The link that notifications carry. */
const conversation = createRoute({
  getParentRoute: () => shell,
  path: '/conversations/$id',
  validateSearch: partIn,
  beforeLoad: ({ params, search }) => {
    throw redirect({ to: '/inbox/$view/{-$id}', params: { view: 'all', id: params.id }, search })
  },
})

/** What comes before there is a session. */
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('./pages/sign-in/sign-in-page.tsx'), 'SignInPage'),
})

const forgot = createRoute({
  getParentRoute: () => root,
  path: '/forgot',
  component: lazyRouteComponent(() => import('./pages/sign-in/forgot-page.tsx'), 'ForgotPage'),
})

const passwordReset = createRoute({
  getParentRoute: () => root,
  path: '/password_reset',
  component: lazyRouteComponent(() => import('./pages/sign-in/reset-page.tsx'), 'ResetPage'),
})

const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation',
  component: lazyRouteComponent(() => import('./pages/sign-in/invitation-page.tsx'), 'InvitationPage'),
})

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./pages/sign-in/setup-page.tsx'), 'SetupPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    ...[signIn, forgot, passwordReset, invitation, setup],
    shell.addChildren([
      ...[start, inboxStart, inbox, conversation, search, tickets, contacts, contact, companies, company],
      ...[knowledge, article, internalArticle, outbound, newsItem, banner, reports, shortcuts, welcome],
      ...[importContacts, importCompanies],
      settings.addChildren([
        ...[settingsStart, workspaceSettings, teammateSettings, roleSettings, securitySettings],
        ...[teamSettings, hoursSettings, scheduleSettings, awaySettings, account, developer],
        ...[tagSettings, macroSettings, attributeSettings, ticketSettings],
        ...[messengerSettings, helpCenterSettings, brandSettings, channelSettings, retentionSettings],
        emailSettings,
      ]),
    ]),
  ]),
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
