import { additions } from './openapi-additions.ts'

/** Differences between our descriptions and the published ones, each with its versions, under the reason for them. */
export interface Deviations {
  why: string
  /** `where: what (versions)`, as `openapi-published.test.ts` prints them. */
  differences: readonly string[]
}

export const deviations: readonly Deviations[] = [
  ...additions,
  {
    why: 'Additions of ours: workspaces to try things in (docs/sandbox.md)',
    differences: [
      'DELETE /sandbox/faults: only ours (2.7–Preview)',
      'DELETE /sandbox/faults/{}: only ours (2.7–Preview)',
      'GET /sandbox/clock: only ours (2.7–Preview)',
      'GET /sandbox/faults: only ours (2.7–Preview)',
      'POST /sandbox/faults: only ours (2.7–Preview)',
      'POST /sandbox/reset: only ours (2.7–Preview)',
      'POST /sandbox/seed: only ours (2.7–Preview)',
      'POST /sandboxes: only ours (2.7–Preview)',
      'PUT /sandbox/clock: only ours (2.7–Preview)',
    ],
  },
  {
    why: 'An addition of ours: the feed of what happened (docs/events.md)',
    differences: ['GET /events_feed: only ours (2.7–Preview)'],
  },
  {
    why: 'Not described, but answered: the official client has the first, behaviour.md §1.3 and §6.1.3 tell of the second',
    differences: [
      'POST /custom_channel_events/notify_attribute_collected: only ours (2.14–Preview)',
      'POST /custom_channel_events/notify_new_conversation: only ours (2.14–Preview)',
      'POST /custom_channel_events/notify_new_message: only ours (2.14–Preview)',
      'POST /custom_channel_events/notify_quick_reply_selected: only ours (2.14–Preview)',
      'POST /user_delete_requests: only ours (2.7–Preview)',
    ],
  },
  {
    why: 'Answers a list, or the one company that was named (behaviour.md §11 row 7); its notes are an addressable list (row 22)',
    differences: [
      'answer GET /companies.{app_id,company_id,created_at,custom_attributes,id,industry,last_request_at,monthly_spend,name,plan,remote_created_at,segments,session_count,size,tags,updated_at,user_count,website}: only ours (2.7–Preview)',
      'answer GET /companies.data[].notes.{data,has_more,total_count,url}: only ours (2.16–Preview)',
      'answer GET /companies.data[].notes.notes: only published (2.16–Preview)',
      'answer GET /companies.notes: only ours (2.16–Preview)',
      'answer GET /companies.pages.next: published object, ours string (2.7–Preview)',
      'answer GET /companies.total_count: published integer, ours integer or number (2.7–Preview)',
    ],
  },
  {
    why: 'Answers the instance of an external id, or from 2.16 on a list: one shape holds both',
    differences: [
      'answer GET /custom_object_instances/{}.{created_at,custom_attributes,external_created_at,external_id,external_updated_at,id,updated_at}: only ours (2.16–Preview)',
      'answer GET /custom_object_instances/{}.{data,pages,total_count}: only ours (2.13–2.15)',
    ],
  },
  {
    why: 'Lists events as well as summaries, and tells its pages (behaviour.md §6.11, §11 row 38)',
    differences: [
      'answer GET /events.events[].{created_at,email,event_name,id,intercom_user_id,metadata,type,user_id}: only ours (2.7–Preview)',
      'answer GET /events.pages: only ours (2.7–Preview)',
    ],
  },
  {
    why: 'Success is not described at all',
    differences: [
      'answer GET /fin_voice/phone_number/{}: only ours (2.15–Preview)',
      'status GET /fin_voice/phone_number/{}: published none, ours 200 (2.15–Preview)',
    ],
  },
  {
    why: 'Answers 200 to a part and 202 to the whole: one shape holds both',
    differences: [
      'answer POST /ecommerce/connectors/{}/catalog.{message,status}: only ours (Preview)',
      'status POST /ecommerce/connectors/{}/catalog: published 200, ours 202 (Preview)',
    ],
  },
  {
    why: 'Metadata is told in full at every version',
    differences: [
      'answer activity_log_metadata.{after,before}: only ours (2.7–2.13, Preview)',
      'answer activity_log_metadata.message: only ours (2.7–Preview)',
    ],
  },
  {
    why: 'On the wire, not in the description (behaviour.md §3.3, §6.1.1)',
    differences: [
      'answer addressable_list.type: only ours (2.7–Preview)',
      'answer contact.enabled_push_messaging: only ours (2.12–Preview)',
      'answer contact.social_profiles.type: only ours (2.7–Preview)',
    ],
  },
  {
    why: '2.11 alone describes an object; recorded answers are a string',
    differences: ['answer admin.avatar: published object, ours string (2.11)'],
  },
  {
    why: 'A string where an admin is set away, an integer elsewhere (behaviour.md §11 row 38b)',
    differences: [
      'answer admin.away_status_reason_id: published integer, ours integer or string (2.14–Preview)',
    ],
  },
  {
    why: 'Recorded (behaviour.md §6.16)',
    differences: ['answer app.secure: only ours (2.7–Preview)'],
  },
  {
    why: 'In the examples of the answers, not in their descriptions',
    differences: [
      'answer article.audience_ids: only ours (2.16–Preview)',
      'answer article.statistics: only ours (2.7–Preview)',
      'answer whatsapp_message_status_list.events[].user_id: only ours (2.16–Preview)',
    ],
  },
  {
    why: 'Told of a procedure alone, whose answer is otherwise that of a turn: one shape holds both',
    differences: ['answer fin_agent_answer.procedure_id: only ours (Preview)'],
  },
  {
    why: 'Described from Preview on; taken of clients at any version (behaviour.md §6.17)',
    differences: [
      'body reply_fin_request.settings: only ours (2.14–2.16)',
      'body start_fin_request.settings: only ours (2.14–2.16)',
    ],
  },
  {
    why: 'The wire says `conversations` (behaviour.md §11 row 21)',
    differences: [
      'answer article_statistics.conversations: only ours (2.7–Preview)',
      'answer article_statistics.conversions: only published (2.7–Preview)',
    ],
  },
  {
    why: 'An addressable list on the wire (behaviour.md §11 row 22)',
    differences: [
      'answer company.notes.{data,has_more,total_count,url}: only ours (2.16–Preview)',
      'answer company.notes.notes: only published (2.16–Preview)',
    ],
  },
  {
    why: 'In the description of 2.11 and of Preview only (behaviour.md §5.4)',
    differences: ['answer contact.formatted_phone: only published (2.11)'],
  },
  {
    why: 'On the wire, not in the description (behaviour.md §11 row 38)',
    differences: [
      'answer contact.{opted_in_subscription_types,opted_out_subscription_types,referrer,utm_campaign,utm_content,utm_medium,utm_source,utm_term}: only ours (2.7–Preview)',
      'answer conversation.ticket: only ours (2.9–Preview)',
      'answer conversation.topics: only ours (2.7–Preview)',
      'answer conversation_part.{external_reply_send_state,seen_state}: only ours (Preview)',
      'answer message.owner: only ours (2.7–Preview)',
      'answer ticket_part.app_package_code: only ours (2.13–Preview)',
      'answer ticket_type.is_internal: only ours (2.9–Preview)',
      'answer visitor.last_request_at: only ours (2.7–Preview)',
    ],
  },
  {
    why: 'As recorded up to 2.9',
    differences: [
      'answer contact_archived.object: only ours (2.7–2.9)',
      'answer contact_deleted.object: only ours (2.7–2.9)',
    ],
  },
  {
    why: 'On the wire it is `data` (behaviour.md §11 row 19)',
    differences: ['answer contact_attached_companies.data: only ours (2.7–Preview)'],
  },
  {
    why: 'Has the codes on the wire (behaviour.md §11 row 24)',
    differences: ['answer contact_location.{continent_code,country_code}: only ours (2.7–Preview)'],
  },
  {
    why: 'Recorded at every version, and described at some (behaviour.md §6.4.2)',
    differences: [
      'answer conversation.ai_topics: only ours (2.16–Preview)',
      'answer conversation.conversation_parts: only ours (2.7–Preview)',
      'answer conversation.custom_attributes: only ours (2.7–2.10, 2.12–2.13)',
      'body update_conversation_request.custom_attributes: only ours (2.10)',
    ],
  },
  {
    why: 'Participants are answered as `customers`, beside the conversation that is described (behaviour.md §11 row 39)',
    differences: ['answer conversation.customers: only ours (2.7–Preview)'],
  },
  {
    why: 'The list is `conversations` at every version (behaviour.md §3.4)',
    differences: [
      'answer conversation_list.conversations: only ours (2.7–2.10, 2.12)',
      'answer conversation_list.data: only published (2.7–2.10, 2.12)',
    ],
  },
  {
    why: 'Recorded at these versions as at the next (behaviour.md §6.4.7)',
    differences: [
      'answer conversation_part.event_details.value.previous: only ours (2.13–2.14)',
      'answer conversation_part.metadata: only ours (2.13)',
    ],
  },
  {
    why: 'Said of the authors of parts; that of the source is a contact or an admin who began it',
    differences: [
      'answer conversation_source_author.{from_ai_agent,is_ai_answer}: only published (2.14–2.15)',
    ],
  },
  {
    why: '`admins` on the wire (behaviour.md §11 row 6)',
    differences: [
      'answer conversation_teammates.admins: only ours (2.7–Preview)',
      'answer conversation_teammates.teammates: only published (2.7–Preview)',
    ],
  },
  {
    why: 'Recorded answers tell the number of the next page',
    differences: ['answer cursor_pages.next.page: only ours (2.7–Preview)'],
  },
  {
    why: 'A typing error of the description (behaviour.md §11 row 18)',
    differences: [
      'answer data_export.job_identfier: only published (2.7–2.10, 2.12–2.13, Preview)',
      'answer data_export.job_identifier: only ours (2.7–2.10, 2.12–2.13, Preview)',
      'answer visitor.las_request_at: only published (2.7–Preview)',
    ],
  },
  {
    why: 'News items and newsfeeds are described as one list of either; each list holds but one of them',
    differences: [
      'answer news_item.name: only published (2.7–2.10, 2.12–Preview)',
      'answer newsfeed.{body,cover_image_url,deliver_silently,labels,newsfeed_assignments,reactions,sender_id,state,title,workspace_id}: only published (2.7–2.10, 2.12–Preview)',
    ],
  },
  {
    why: 'Notes of companies are listed from 2.15 on, and described from 2.16 on',
    differences: ['answer note.company: only ours (2.15)'],
  },
  {
    why: 'A whole URL on the wire (behaviour.md §4.1)',
    differences: ['answer pages_link.next: published object, ours string (2.7–Preview)'],
  },
  {
    why: 'Answers `url` (behaviour.md §11 row 23)',
    differences: ['answer phone_call_redirect.url: only ours (2.7–Preview)'],
  },
  {
    why: 'Nullable, and nothing here translates quick replies',
    differences: ['answer quick_reply_option.translations: only published (2.14–Preview)'],
  },
  {
    why: 'Only where a tag is applied, not in the list of tags (behaviour.md §11 row 8)',
    differences: ['answer tag.{applied_at,applied_by}: only published (2.7–Preview)'],
  },
  {
    why: 'On the wire, not in the description of this version (behaviour.md §3.3, §6.6)',
    differences: [
      'answer ticket.company_id: only ours (2.9–Preview)',
      'answer ticket_part.{assigned_to,external_id,previous_ticket_state,ticket_state}: only ours (2.9–Preview)',
      'answer ticket_part.updated_attribute_data: only ours (2.14–Preview)',
    ],
  },
  {
    why: 'Lists of ticket types and of their attributes are `list` and `data` at every version (behaviour.md §11 row 20)',
    differences: [
      'answer ticket_type.ticket_type_attributes.data: only ours (2.9–Preview)',
      'answer ticket_type.ticket_type_attributes.ticket_type_attributes: only published (2.9–Preview)',
      'answer ticket_type_list.data: only ours (2.9–2.11)',
      'answer ticket_type_list.ticket_types: only published (2.9–2.11)',
    ],
  },
  {
    why: 'The official client sends the page in the body',
    differences: ['body POST /companies/list: only ours (2.7–Preview)'],
  },
  {
    why: 'Described at 2.14 to 2.16 only, and taken at every version',
    differences: ['body PUT /companies/{}: only ours (2.7–2.13, Preview)'],
  },
  {
    why: 'One shape for making and changing: what cannot be removed yet is passed over',
    differences: [
      'body bulk_create_contacts_request.contacts[].companies[].remove: only ours (Preview)',
      'body bulk_create_contacts_request.contacts[].tags.remove: only ours (Preview)',
    ],
  },
  {
    why: 'Described in Preview only',
    differences: [
      'body create_article_request.parent_ids: only ours (2.16)',
      'body update_article_request.parent_ids: only ours (2.16)',
    ],
  },
  {
    why: 'A contact may be named by email or user_id, as old clients do',
    differences: ['body create_conversation_request.from.{email,user_id}: only ours (2.7–Preview)'],
  },
  {
    why: 'Recipients of every kind of message have one shape, and may be named as contacts are elsewhere',
    differences: [
      'body create_message_request.bcc.{email,name,phone,user_id}: only ours (2.14–Preview)',
      'body create_message_request.bcc[].{email,name,phone,user_id}: only ours (2.14–Preview)',
      'body create_message_request.cc.{email,name,phone,user_id}: only ours (2.14–Preview)',
      'body create_message_request.cc[].{email,name,phone,user_id}: only ours (2.14–Preview)',
      'body create_message_request.from.{email,name,phone,user_id}: only ours (2.7–Preview)',
      'body create_message_request.to.{email,name,phone,user_id}: only ours (2.7–Preview)',
      'body create_message_request.to[].{email,name,phone,user_id}: only ours (2.14–Preview)',
    ],
  },
  {
    why: 'WhatsApp templates and the page a message is about: passed over where the version has none',
    differences: ['body create_message_request.{components,locale,referer}: only ours (2.7–Preview)'],
  },
  {
    why: 'The path names the contact already; in the body it is passed over',
    differences: ['body create_note_request.contact_id: only published (2.7–2.10, 2.12–2.13, Preview)'],
  },
  {
    why: 'Companies can be untagged so, and users as well',
    differences: ['body create_tag_request.users[].untag: only ours (2.7–Preview)'],
  },
  {
    why: 'Says what we know; passed over',
    differences: ['body ip_allowlist_request.type: only published (2.14–2.16)'],
  },
  {
    why: 'Old clients send the actions of `/parts` here',
    differences: ['body reply_conversation_request.{assignee_id,snoozed_until}: only ours (2.7–Preview)'],
  },
  {
    why: 'Replies to tickets have one shape at all versions',
    differences: [
      'body reply_ticket_request.attachment_files: only ours (2.9–2.15)',
      'body reply_ticket_request.{attachment_urls,cross_post,email,intercom_user_id,type,user_id}: only ours (2.9)',
    ],
  },
  {
    why: 'Honoured at every version (behaviour.md §4.2)',
    differences: ['body search_request.sort: only ours (2.7–Preview)'],
  },
  {
    why: 'Clients page here; the description leaves the parameters out (behaviour.md §4.2)',
    differences: [
      'query GET /admins/activity_logs {page,per_page}: only ours (2.7–Preview)',
      'query GET /ai/content_import_sources {page,per_page}: only ours (2.12–Preview)',
      'query GET /ai/external_pages {page,per_page}: only ours (2.12–Preview)',
      'query GET /articles {page,per_page}: only ours (2.7–2.10, 2.12–Preview)',
      'query GET /articles/search {page,per_page}: only ours (2.10–Preview)',
      'query GET /companies/{}/contacts {page,per_page}: only ours (2.7–2.10, 2.12–Preview)',
      'query GET /companies/{}/notes {page,per_page}: only ours (2.15–Preview)',
      'query GET /contacts {per_page,starting_after}: only ours (2.7–2.10, 2.12–Preview)',
      'query GET /contacts/{}/companies {page,per_page}: only ours (2.7–2.10, 2.12–Preview)',
      'query GET /contacts/{}/notes {page,per_page}: only ours (2.7–2.10, 2.12–Preview)',
      'query GET /custom_object_instances/{} {page,per_page}: only ours (2.13–2.15)',
      'query GET /events per_page: only ours (2.7–2.10, 2.12–Preview)',
      'query GET /help_center/collections {page,per_page}: only ours (2.7–2.10, 2.12–Preview)',
      'query GET /help_center/help_centers {page,per_page}: only ours (2.7–2.10, 2.12–Preview)',
      'query GET /help_center/sections {page,per_page}: only ours (2.7–2.9)',
      'query GET /internal_articles {page,per_page}: only ours (2.13–Preview)',
      'query GET /internal_articles/search {page,per_page}: only ours (2.13–Preview)',
      'query GET /news/news_items {page,per_page}: only ours (2.7–Preview)',
      'query GET /news/newsfeeds {page,per_page}: only ours (2.7–Preview)',
      'query GET /news/newsfeeds/{}/items {page,per_page}: only ours (2.7–Preview)',
      'query POST /admins/activity_logs/search {page,per_page}: only ours (2.16–Preview)',
    ],
  },
  {
    why: '2.11 says page here, and so does no other version: contacts go by cursor (behaviour.md §4.2)',
    differences: ['query GET /contacts page: only published (2.11)'],
  },
  {
    why: 'The job is in the path, and described in the query a second time',
    differences: [
      'query GET /download/reporting_data/{} job_identifier: only published (2.14–Preview)',
      'query GET /export/reporting_data/{} job_identifier: only published (2.14–Preview)',
    ],
  },
  {
    why: 'What tells the person and the page is there since 1.x; the description knows it as one `filter` (behaviour.md §6.11)',
    differences: [
      'query GET /events {before,before_id,email,intercom_user_id,since,user_id}: only ours (2.7–Preview)',
      'query GET /events filter: only published (2.7–Preview)',
    ],
  },
]
