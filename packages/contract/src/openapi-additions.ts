import type { Deviations } from './openapi-deviations.ts'

/** What our descriptions have besides the published ones, since it is ours alone. */
export const additions: readonly Deviations[] = [
  {
    why: 'Additions: where an app hears of Fin is set by hand elsewhere, and how a website is being crawled is not told',
    differences: [
      'DELETE /fin/callback: only ours (2.14–Preview)',
      'GET /fin/callback: only ours (2.14–Preview)',
      'PUT /fin/callback: only ours (2.14–Preview)',
      'answer content_import_source.crawl: only ours (2.12–Preview)',
    ],
  },
  {
    why: 'Additions: a reply may come with its translation, which is what the customer gets',
    differences: [
      'body reply_conversation_request.translation: only ours (Preview)',
      'body reply_ticket_request.translation: only ours (Preview)',
    ],
  },
  {
    why: 'Additions: what contacts did with content that other programs show (docs/events.md)',
    differences: [
      'GET /content_stats: only ours (2.7–Preview)',
      'GET /content_stats/{}: only ours (2.7–Preview)',
      'POST /content_stats: only ours (2.7–Preview)',
    ],
  },
  {
    why: 'An addition: the parts of a conversation beyond the newest 500, both ways and around one',
    differences: ['GET /conversations/{}/parts: only ours (2.7–Preview)'],
  },
  {
    why: 'An addition: the links to other pages say at which row they begin, so that none is shown twice or missed',
    differences: [
      'query GET /admins/activity_logs after: only ours (2.7–Preview)',
      'query GET /ai/content_import_sources after: only ours (2.12–Preview)',
      'query GET /ai/external_pages after: only ours (2.12–Preview)',
      'query GET /articles after: only ours (2.7–Preview)',
      'query GET /articles/search after: only ours (2.10–Preview)',
      'query GET /articles/{}/versions after: only ours (2.16–Preview)',
      'query GET /calls after: only ours (2.14–Preview)',
      'query GET /companies after: only ours (2.7–Preview)',
      'query GET /companies/{}/contacts after: only ours (2.7–Preview)',
      'query GET /companies/{}/notes after: only ours (2.15–Preview)',
      'query GET /contacts/{}/companies after: only ours (2.7–Preview)',
      'query GET /contacts/{}/notes after: only ours (2.7–Preview)',
      'query GET /content/search after: only ours (2.16–Preview)',
      'query GET /content/search before: only ours (2.16–Preview)',
      'query GET /conversations/deleted after: only ours (2.16–Preview)',
      'query GET /custom_object_instances/{} after: only ours (2.13–Preview)',
      'query GET /folders after: only ours (Preview)',
      'query GET /help_center/collections after: only ours (2.7–Preview)',
      'query GET /help_center/sections after: only ours (2.7–2.9)',
      'query GET /internal_articles after: only ours (2.13–Preview)',
      'query GET /internal_articles/search after: only ours (2.13–Preview)',
      'query GET /news/news_items after: only ours (2.7–Preview)',
      'query GET /news/newsfeeds after: only ours (2.7–Preview)',
      'query POST /admins/activity_logs/search after: only ours (2.16–Preview)',
      'query POST /companies/list after: only ours (2.7–Preview)',
    ],
  },
  {
    why: 'An addition: the part by which a team gave a conversation to one of its own says so (docs/assignment.md)',
    differences: [
      'answer event_details.distribution_method: only ours (Preview)',
      'answer event_details.distribution_team: only ours (Preview)',
    ],
  },
]
