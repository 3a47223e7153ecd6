import type { Tx } from '../../db/database.ts'
import { type ActivityLogView, viewActivities } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { type AdminView, viewAdmins } from '../admin/index.ts'
import { type ArticleView, viewArticles } from '../article/index.ts'
import { type AudienceView, viewAudiences } from '../audience/index.ts'
import { type CallView, viewCalls } from '../call/index.ts'
import { type CompanyView, viewCompanies } from '../company/index.ts'
import { type ContactView, viewContacts } from '../contact/index.ts'
import { type SnippetView, viewSnippets } from '../content-snippet/index.ts'
import { type ContentStatView, viewContentStats } from '../content-stat/index.ts'
import { type ConversationView, viewConversations } from '../conversation/index.ts'
import { type ExecutionView, viewExecutions } from '../data-connector/index.ts'
import { type DataEventView, viewEvents } from '../event/index.ts'
import { type SourceView, viewImportSources } from '../import-source/index.ts'
import { type JobView, viewJobs } from '../job/index.ts'
import { listSubscriptionTypes, type SubscriptionTypeView } from '../subscription/index.ts'
import { type TicketView, viewTickets } from '../ticket/index.ts'

/** The objects that events are about, by noun. */
interface Views {
  activity_log: ActivityLogView
  admin: AdminView
  article: ArticleView
  audience: AudienceView
  call: CallView
  company: CompanyView
  contact: ContactView
  content_import_source: SourceView
  content_snippet: SnippetView
  content_stat: ContentStatView
  conversation: ConversationView
  data_connector_execution: ExecutionView
  event: DataEventView
  job: JobView
  subscription_type: SubscriptionTypeView
  ticket: TicketView
}

export type Noun = keyof Views

/** What was looked up, by noun and by the id that the log has. */
export type Found = { [N in Noun]: ReadonlyMap<string, Views[N]> }

/** What events need looked up: ids by noun, and the parts of conversations. */
export interface Wanted {
  ids: Map<Noun, Set<string>>
  partIds: number[]
}

/** Looks up all that many events need, a few statements for each noun however many there are. */
export async function lookUp(tx: Tx, actor: Actor, { ids, partIds }: Wanted): Promise<Found> {
  const textsOf = (noun: Noun) => [...(ids.get(noun) ?? [])]
  const numbersOf = (noun: Noun) => textsOf(noun).map(Number)
  const find = async <V>(asked: unknown[], view: () => Promise<Iterable<V>>, keyOf: (view: V) => unknown) =>
    new Map(asked.length === 0 ? [] : [...(await view())].map(each => [String(keyOf(each)), each] as const))
  const findText = <V extends { id?: unknown }>(asked: string[], view: (ids: string[]) => Promise<V[]>) =>
    find(
      asked,
      () => view(asked),
      each => each.id,
    )
  const byText = <V extends { id?: unknown }>(noun: Noun, view: (ids: string[]) => Promise<V[]>) =>
    findText(textsOf(noun), view)
  const byNumber = <V extends { id?: unknown }>(noun: Noun, view: (ids: number[]) => Promise<V[]>) =>
    byText(noun, () => view(numbersOf(noun)))
  const stats = await byNumber('content_stat', each => viewContentStats(tx, actor, each))
  // A stat tells of its contact and company, wherever they are by now.
  const withStats = (noun: 'contact' | 'company') => [
    ...new Set([...textsOf(noun), ...[...stats.values()].flatMap(stat => stat[noun]?.id ?? [])]),
  ]
  const events = await viewEvents(tx, actor, numbersOf('event'))
  return {
    activity_log: await byText('activity_log', each => viewActivities(tx, actor, each)),
    admin: await byNumber('admin', each => viewAdmins(tx, actor, each, { withRemoved: true })),
    article: await byNumber('article', each => viewArticles(tx, actor, each)),
    audience: await byNumber('audience', each => viewAudiences(tx, actor, each)),
    call: await byNumber('call', each => viewCalls(tx, actor, each)),
    company: await findText(withStats('company'), each => viewCompanies(tx, actor, each)),
    contact: await findText(withStats('contact'), each => viewContacts(tx, actor, each)),
    content_import_source: await byNumber('content_import_source', each =>
      viewImportSources(tx, actor, each),
    ),
    content_snippet: await byNumber('content_snippet', each => viewSnippets(tx, actor, each)),
    content_stat: stats,
    conversation: await byNumber('conversation', each =>
      viewConversations(tx, actor, each, { parts: { ids: partIds } }),
    ),
    data_connector_execution: await byNumber('data_connector_execution', each =>
      viewExecutions(tx, actor, each),
    ),
    event: new Map(events.entries().map(([id, event]) => [String(id), event])),
    job: await byNumber('job', each => viewJobs(tx, actor, each)),
    subscription_type: await byText(
      'subscription_type',
      async () => (await listSubscriptionTypes(tx, actor)).data,
    ),
    ticket: await byNumber('ticket', each => viewTickets(tx, actor, each)),
  }
}
