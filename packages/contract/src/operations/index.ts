import { activityLogs } from './activity-logs.ts'
import { admins } from './admins.ts'
import { articles } from './articles.ts'
import { audiences } from './audiences.ts'
import { awayStatusReasons } from './away-status-reasons.ts'
import { banners } from './banners.ts'
import { brands } from './brands.ts'
import { calls } from './calls.ts'
import { collections } from './collections.ts'
import { companies } from './companies.ts'
import { companyBulk } from './company-bulk.ts'
import { contactBulk } from './contact-bulk.ts'
import { contactHistory } from './contact-history.ts'
import { contacts } from './contacts.ts'
import { content } from './content.ts'
import { contentImportSources } from './content-import-sources.ts'
import { contentSnippets } from './content-snippets.ts'
import { contentStats } from './content-stats.ts'
import { contentTags } from './content-tags.ts'
import { conversationAttributes } from './conversation-attributes.ts'
import { conversationConversion } from './conversation-conversion.ts'
import { conversationExtras } from './conversation-extras.ts'
import { conversationMerges } from './conversation-merges.ts'
import { conversations } from './conversations.ts'
import { customChannelEvents } from './custom-channel-events.ts'
import { customObjects } from './custom-objects.ts'
import { dataAttributes } from './data-attributes.ts'
import { dataConnectors } from './data-connectors.ts'
import { dataExports } from './data-exports.ts'
import { deletedConversations } from './deleted-conversations.ts'
import { ecommerce } from './ecommerce.ts'
import { emails } from './emails.ts'
import { events } from './events.ts'
import { eventsFeed } from './events-feed.ts'
import { externalPages } from './external-pages.ts'
import { finAgent } from './fin-agent.ts'
import { finVoice } from './fin-voice.ts'
import { folders } from './folders.ts'
import { helpCenterRedirects } from './help-center-redirects.ts'
import { helpCenters } from './help-centers.ts'
import { identityVerificationSecrets } from './identity-verification-secrets.ts'
import { internalArticles } from './internal-articles.ts'
import { ipAllowlist } from './ip-allowlist.ts'
import { jobs } from './jobs.ts'
import { macros } from './macros.ts'
import { messageStatuses } from './message-statuses.ts'
import { messages } from './messages.ts'
import { news } from './news.ts'
import { notes } from './notes.ts'
import { officeHours } from './office-hours.ts'
import { participants } from './participants.ts'
import { phoneCallRedirects } from './phone-call-redirects.ts'
import { procedures } from './procedures.ts'
import { redactions } from './redactions.ts'
import { reportingExports } from './reporting-exports.ts'
import { sandbox } from './sandbox.ts'
import { sections } from './sections.ts'
import { segments } from './segments.ts'
import { subscriptionTypes } from './subscription-types.ts'
import { tags } from './tags.ts'
import { teamMetrics } from './team-metrics.ts'
import { teams } from './teams.ts'
import { ticketLinks } from './ticket-links.ts'
import { ticketTypes } from './ticket-types.ts'
import { tickets } from './tickets.ts'
import { userDeleteRequests } from './user-delete-requests.ts'
import { visitors } from './visitors.ts'
import { workflows } from './workflows.ts'

/** Every operation of every version, by family. */
export const families = {
  admins,
  activityLogs,
  teams,
  teamMetrics,
  contacts,
  contactHistory,
  contactBulk,
  banners,
  visitors,
  companies,
  companyBulk,
  dataAttributes,
  events,
  segments,
  notes,
  subscriptionTypes,
  tags,
  contentTags,
  conversations,
  participants,
  redactions,
  conversationMerges,
  deletedConversations,
  conversationConversion,
  conversationExtras,
  conversationAttributes,
  messages,
  messageStatuses,
  tickets,
  ticketLinks,
  ticketTypes,
  jobs,
  awayStatusReasons,
  articles,
  internalArticles,
  collections,
  sections,
  helpCenters,
  helpCenterRedirects,
  folders,
  contentImportSources,
  externalPages,
  content,
  contentSnippets,
  audiences,
  contentStats,
  news,
  dataExports,
  reportingExports,
  workflows,
  calls,
  finVoice,
  phoneCallRedirects,
  customObjects,
  dataConnectors,
  brands,
  emails,
  macros,
  officeHours,
  ipAllowlist,
  identityVerificationSecrets,
  ecommerce,
  finAgent,
  procedures,
  eventsFeed,
  customChannelEvents,
  userDeleteRequests,
  sandbox,
}
