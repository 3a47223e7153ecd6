import { activityLogRoutes } from './activity-logs.ts'
import { adminRoutes } from './admins.ts'
import { awayStatusReasonRoutes } from './away-status-reasons.ts'
import { companyRoutes } from './companies.ts'
import { companyBulkRoutes } from './company-bulk.ts'
import { contactBulkRoutes } from './contact-bulk.ts'
import { contactHistoryRoutes } from './contact-history.ts'
import { contactRoutes } from './contacts.ts'
import { conversationAttributeRoutes } from './conversation-attributes.ts'
import { conversationConversionRoutes } from './conversation-conversion.ts'
import { conversationExtraRoutes } from './conversation-extras.ts'
import { conversationMergeRoutes } from './conversation-merges.ts'
import { conversationRoutes } from './conversations.ts'
import { customObjectRoutes } from './custom-objects.ts'
import { dataAttributeRoutes } from './data-attributes.ts'
import { deletedConversationRoutes } from './deleted-conversations.ts'
import { eventRoutes } from './events.ts'
import type { Route } from './handlers.ts'
import { jobRoutes } from './jobs.ts'
import { messageRoutes } from './messages.ts'
import { noteRoutes } from './notes.ts'
import { participantRoutes } from './participants.ts'
import { redactionRoutes } from './redactions.ts'
import { segmentRoutes } from './segments.ts'
import { subscriptionTypeRoutes } from './subscription-types.ts'
import { tagRoutes } from './tags.ts'
import { teamRoutes } from './teams.ts'
import { ticketLinkRoutes } from './ticket-links.ts'
import { ticketTypeRoutes } from './ticket-types.ts'
import { ticketRoutes } from './tickets.ts'
import { userDeleteRequestRoutes } from './user-delete-requests.ts'
import { visitorRoutes } from './visitors.ts'
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
  ...ticketRoutes,
  ...ticketTypeRoutes,
  ...ticketLinkRoutes,
  ...conversationConversionRoutes,
  ...jobRoutes,
  ...contactBulkRoutes,
  ...companyBulkRoutes,
  ...customObjectRoutes,
]
