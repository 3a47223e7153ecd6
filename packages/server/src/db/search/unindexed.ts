/**
 * What can be searched and has no index of its own, by noun. Such fields are seldom asked for, mostly beside a date, and every
 * index would be paid for by every write. A search by one of them alone walks the rows of the workspace in the order it shows
 * them, up to a page, and counts them all. The law over searches holds this list to what the plans say.
 */
export const UNINDEXED: Readonly<Record<SearchedNoun, readonly string[]>> = {
  contacts: [
    ...['andoid_sdk_version', 'android_app_name', 'android_app_version', 'android_device'],
    ...['android_last_seen_at', 'android_sdk_version', 'avatar', 'browser', 'browser_language'],
    ...['has_hard_bounced', 'ios_app_device', 'ios_app_name', 'ios_app_version', 'ios_device'],
    ...['ios_last_seen_at', 'ios_os_version', 'ios_sdk_version', 'language_override'],
    ...['last_contacted_at', 'last_email_clicked_at', 'last_email_opened_at', 'location.city'],
    ...['location.country', 'location.region', 'marked_email_as_spam', 'os', 'role'],
    ...['unsubscribed_from_emails'],
  ],
  companies: [
    'industry',
    'monthly_spend',
    'remote_created_at',
    'session_count',
    'size',
    'user_count',
    'website',
  ],
  conversations: [
    ...['ai_agent.last_answer_type', 'ai_agent.rating', 'ai_agent.rating_remark'],
    ...['ai_agent.resolution_state', 'ai_agent.source_title', 'ai_agent.source_type'],
    ...['ai_agent_participated', 'channel_initiated', 'conversation_rating.admin_d'],
    ...['conversation_rating.admin_id', 'conversation_rating.contact_id'],
    ...['conversation_rating.remark', 'conversation_rating.replied_at'],
    ...['conversation_rating.requested_at', 'conversation_rating.score', 'open', 'priority', 'read'],
    ...['snoozed_until', 'source.author.id', 'source.author.name', 'source.author.type'],
    ...['source.delivered_as', 'source.subject', 'source.type', 'source.url'],
    ...[
      ...['count_assignments', 'count_conversation_parts', 'count_reopens', 'first_admin_reply_at'],
      ...['first_assignment_at', 'first_close_at', 'first_contact_reply_at', 'last_admin_reply_at'],
      ...['last_assignment_admin_reply_at', 'last_assignment_at'],
      ...['last_closed_by_id', 'last_contact_reply_at', 'median_time_to_reply'],
      ...['time_to_admin_reply', 'time_to_assignment', 'time_to_first_close', 'time_to_last_close'],
    ].map(name => `statistics.${name}`),
  ],
  tickets: ['category', 'description', 'open', 'snoozed_until'],
}

export type SearchedNoun = 'contacts' | 'companies' | 'conversations' | 'tickets'
