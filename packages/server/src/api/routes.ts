import { activityLogRoutes } from './activity-logs.ts'
import { adminRoutes } from './admins.ts'
import { contentImportSourceRoutes, externalPageRoutes } from './ai-content.ts'
import { appRoutes } from './apps.ts'
import { articleRoutes } from './articles.ts'
import { audienceRoutes } from './audiences.ts'
import { awayStatusReasonRoutes } from './away-status-reasons.ts'
import { bannerRoutes } from './banners.ts'
import { brandRoutes } from './brands.ts'
import { callRoutes } from './calls.ts'
import { companyRoutes } from './companies.ts'
import { companyBulkRoutes } from './company-bulk.ts'
import { contactBulkRoutes } from './contact-bulk.ts'
import { contactHistoryRoutes } from './contact-history.ts'
import { contactRoutes } from './contacts.ts'
import { contentRoutes } from './content.ts'
import { contentSnippetRoutes } from './content-snippets.ts'
import { contentStatRoutes } from './content-stats.ts'
import { contentTagRoutes } from './content-tags.ts'
import { conversationAttributeRoutes } from './conversation-attributes.ts'
import { conversationConversionRoutes } from './conversation-conversion.ts'
import { conversationExtraRoutes } from './conversation-extras.ts'
import { conversationMergeRoutes } from './conversation-merges.ts'
import { conversationRoutes } from './conversations.ts'
import { customChannelEventRoutes } from './custom-channel-events.ts'
import { customObjectRoutes } from './custom-objects.ts'
import { dataAttributeRoutes } from './data-attributes.ts'
import { dataConnectorRoutes } from './data-connectors.ts'
import { dataExportRoutes } from './data-exports.ts'
import { deletedConversationRoutes } from './deleted-conversations.ts'
import { ecommerceRoutes } from './ecommerce.ts'
import { emailRoutes } from './emails.ts'
import { eventRoutes } from './events.ts'
import { eventsFeedRoutes } from './events-feed.ts'
import { finAgentRoutes } from './fin-agent.ts'
import { finVoiceRoutes } from './fin-voice.ts'
import { folderRoutes } from './folders.ts'
import type { Route } from './handlers.ts'
import {
  collectionRoutes,
  helpCenterRedirectRoutes,
  helpCenterRoutes,
  sectionRoutes,
} from './help-centers.ts'
import { identitySecretRoutes } from './identity-secrets.ts'
import { inboxRoutes } from './inbox/routes.ts'
import { internalArticleRoutes } from './internal-articles.ts'
import { ipAllowlistRoutes } from './ip-allowlist.ts'
import { jobRoutes } from './jobs.ts'
import { liveRoutes } from './live.ts'
import { macroRoutes } from './macros.ts'
import { messageStatusRoutes } from './message-statuses.ts'
import { messageRoutes } from './messages.ts'
import { messengerRoutes } from './messenger.ts'
import { messengerContentRoutes } from './messenger-content.ts'
import { messengerMoreRoutes } from './messenger-more.ts'
import { newsRoutes } from './news.ts'
import { noteRoutes } from './notes.ts'
import { oauthRoutes } from './oauth.ts'
import { officeHoursRoutes } from './office-hours.ts'
import { participantRoutes } from './participants.ts'
import { phoneCallRedirectRoutes } from './phone-call-redirects.ts'
import { procedureRoutes } from './procedures.ts'
import { redactionRoutes } from './redactions.ts'
import { reportingExportRoutes } from './reporting-exports.ts'
import { sandboxRoutes } from './sandbox.ts'
import { segmentRoutes } from './segments.ts'
import { sideConversationRoutes } from './side-conversations.ts'
import { subscriptionTypeRoutes } from './subscription-types.ts'
import { tagRoutes } from './tags.ts'
import { teamMetricRoutes } from './team-metrics.ts'
import { teamRoutes } from './teams.ts'
import { ticketLinkRoutes } from './ticket-links.ts'
import { ticketTypeRoutes } from './ticket-types.ts'
import { ticketRoutes } from './tickets.ts'
import { userDeleteRequestRoutes } from './user-delete-requests.ts'
import { visitorRoutes } from './visitors.ts'
import { webhookRoutes } from './webhooks.ts'
import { workflowRoutes } from './workflows.ts'
/** Every family that is built. */
export const routes: Route[] = [
  ...contactRoutes,
  ...contactHistoryRoutes,
  ...visitorRoutes,
  ...subscriptionTypeRoutes,
  ...userDeleteRequestRoutes,
  ...conversationRoutes,
  ...participantRoutes,
  ...messageRoutes,
  ...conversationAttributeRoutes,
  ...activityLogRoutes,
  ...adminRoutes,
  ...awayStatusReasonRoutes,
  ...dataAttributeRoutes,
  ...eventRoutes,
  ...teamRoutes,
  ...companyRoutes,
  ...noteRoutes,
  ...segmentRoutes,
  ...redactionRoutes,
  ...deletedConversationRoutes,
  ...conversationMergeRoutes,
  ...conversationExtraRoutes,
  ...tagRoutes,
  ...contentImportSourceRoutes,
  ...externalPageRoutes,
  ...contentRoutes,
  ...contentStatRoutes,
  ...contentTagRoutes,
  ...contentSnippetRoutes,
  ...internalArticleRoutes,
  ...bannerRoutes,
  ...messengerRoutes,
  ...messengerContentRoutes,
  ...messengerMoreRoutes,
  ...newsRoutes,
  ...folderRoutes,
  ...audienceRoutes,
  ...articleRoutes,
  ...helpCenterRoutes,
  ...collectionRoutes,
  ...sectionRoutes,
  ...helpCenterRedirectRoutes,
  ...ticketRoutes,
  ...ticketTypeRoutes,
  ...ticketLinkRoutes,
  ...conversationConversionRoutes,
  ...jobRoutes,
  ...contactBulkRoutes,
  ...companyBulkRoutes,
  ...customObjectRoutes,
  ...brandRoutes,
  ...emailRoutes,
  ...liveRoutes,
  ...macroRoutes,
  ...oauthRoutes,
  ...officeHoursRoutes,
  ...ipAllowlistRoutes,
  ...identitySecretRoutes,
  ...teamMetricRoutes,
  ...dataExportRoutes,
  ...reportingExportRoutes,
  ...workflowRoutes,
  ...dataConnectorRoutes,
  ...customChannelEventRoutes,
  ...finAgentRoutes,
  ...procedureRoutes,
  ...eventsFeedRoutes,
  ...callRoutes,
  ...finVoiceRoutes,
  ...phoneCallRedirectRoutes,
  ...messageStatusRoutes,
  ...ecommerceRoutes,
  ...appRoutes,
  ...sideConversationRoutes,
  ...inboxRoutes,
  ...sandboxRoutes,
  ...webhookRoutes,
]
