import type { Route } from '../handlers.ts'
import { archivedContactRoutes } from './archived-contacts.ts'
import { awayReasonRoutes } from './away-reasons.ts'
import { brandSettingsRoutes } from './brand-settings.ts'
import { firstMessageRoutes } from './first-messages.ts'
import { importRoutes } from './imports.ts'
import { inboxPageRoutes } from './inbox.ts'
import { inboxViewRoutes } from './inbox-views.ts'
import { knowledgeRoutes } from './knowledge.ts'
import { mailRoutes } from './mail.ts'
import { messageSearchRoutes } from './message-search.ts'
import { organisingRoutes } from './organising.ts'
import { outboundRoutes } from './outbound.ts'
import { reportRoutes } from './reports.ts'
import { requestRoutes } from './requests.ts'
import { runningRoutes } from './running.ts'
import { savedSegmentRoutes } from './saved-segments.ts'
import { securityRoutes } from './security.ts'
import { sessionRoutes } from './sessions.ts'
import { signInRoutes } from './sign-in.ts'
import { ssoRoutes } from './sso.ts'
import { teamSettingsRoutes } from './team-settings.ts'
import { teammateRoutes } from './teammates.ts'
import { tokenRoutes } from './tokens.ts'
import { translationRoutes } from './translations.ts'
import { twoFactorRoutes } from './two-factor.ts'
import { workspaceSettingsRoutes } from './workspace-settings.ts'

/** What our own pages for teammates call. */
export const inboxRoutes: Route[] = [
  ...signInRoutes,
  ...ssoRoutes,
  ...sessionRoutes,
  ...twoFactorRoutes,
  ...teammateRoutes,
  ...inboxPageRoutes,
  ...firstMessageRoutes,
  ...archivedContactRoutes,
  ...mailRoutes,
  ...inboxViewRoutes,
  ...messageSearchRoutes,
  ...translationRoutes,
  ...importRoutes,
  ...tokenRoutes,
  ...reportRoutes,
  ...knowledgeRoutes,
  ...requestRoutes,
  ...savedSegmentRoutes,
  ...outboundRoutes,
  ...workspaceSettingsRoutes,
  ...securityRoutes,
  ...runningRoutes,
  ...teamSettingsRoutes,
  ...awayReasonRoutes,
  ...organisingRoutes,
  ...brandSettingsRoutes,
]
