import { appInstallations } from './app-installations.ts'
import { apps } from './apps.ts'
import { archivedContacts } from './archived-contacts.ts'
import { awayReasons } from './away-reasons.ts'
import { brandSettings } from './brand-settings.ts'
import { channels } from './channels.ts'
import { firstMessages } from './first-messages.ts'
import { forms } from './forms.ts'
import { helpCenterSites } from './help-center-sites.ts'
import { imports } from './imports.ts'
import { inbox } from './inbox.ts'
import { inboxViews } from './inbox-views.ts'
import { knowledge } from './knowledge.ts'
import { labelSettings } from './label-settings.ts'
import { live } from './live.ts'
import { macroSettings } from './macro-settings.ts'
import { mail, mailIntake } from './mail.ts'
import { messageSearch } from './message-search.ts'
import { messengerSettings } from './messenger-settings.ts'
import { outboundBanners } from './outbound-banners.ts'
import { outboundNews } from './outbound-news.ts'
import { reports } from './reports.ts'
import { requests } from './requests.ts'
import { retention } from './retention.ts'
import { savedSegments } from './saved-segments.ts'
import { security } from './security.ts'
import { sessions } from './sessions.ts'
import { sideConversations } from './side-conversations.ts'
import { signIn } from './sign-in.ts'
import { sso } from './sso.ts'
import { teamSettings } from './team-settings.ts'
import { teammates } from './teammates.ts'
import { ticketSettings } from './ticket-settings.ts'
import { tokens } from './tokens.ts'
import { translations } from './translations.ts'
import { twoFactor } from './two-factor.ts'
import { webhooks } from './webhooks.ts'
import { workspaceSettings } from './workspace-settings.ts'

/** What our own pages call. It has no versions, answers in the newest shape, and is in no published description. */
export const inboxFamilies = {
  signIn,
  sso,
  sessions,
  inbox,
  knowledge,
  inboxViews,
  messageSearch,
  translations,
  live,
  twoFactor,
  teammates,
  apps,
  appInstallations,
  savedSegments,
  sideConversations,
  firstMessages,
  archivedContacts,
  webhooks,
  messengerSettings,
  forms,
  helpCenterSites,
  outboundNews,
  outboundBanners,
  mail,
  mailIntake,
  imports,
  tokens,
  reports,
  requests,
  workspaceSettings,
  security,
  channels,
  retention,
  teamSettings,
  awayReasons,
  labelSettings,
  macroSettings,
  ticketSettings,
  brandSettings,
}
