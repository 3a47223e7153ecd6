import { createHash } from 'node:crypto'
import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { ReplyFinRequest, StartFinRequest } from '@guichet/contract/operations/fin-agent.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { FileStore } from '../../storage/file-store.ts'
import { toHtml, toPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { type Attachment, keepAttachments } from '../conversation/index.ts'

type Sent = Static<typeof StartFinRequest>['message']
type SentFiles = Static<typeof ReplyFinRequest>['attachments']

/** A message as it comes into a conversation. */
export interface Message {
  author: 'user' | 'agent' | 'fin'
  html: string
  words: string
  attachments: Attachment[]
  /** What a repetition of it has too; undefined for one without a time, which repeats nothing. */
  digest: string | undefined
}

/** Reads a message: 400 for one that says nothing, or of no time there is. */
export function readMessage(sent: Sent, attachments: Attachment[] = []): Message {
  const html = toHtml(sent.body)
  if (html === '' && attachments.length === 0) throw invalid('message.body cannot be blank', 'message.body')
  if (html.length > LONGEST)
    throw invalid(`message.body may have at most ${LONGEST} characters`, 'message.body')
  const time = sent.timestamp ?? sent.timestamp_ms
  if (time !== undefined && Number.isNaN(Date.parse(time)))
    throw invalid('message.timestamp must be an ISO 8601 time', 'message.timestamp')
  return {
    ...{ author: sent.author, html, words: toPlain(html), attachments },
    digest: time === undefined ? undefined : digestOf([sent.author, sent.body, Date.parse(time)]),
  }
}

const LONGEST = 100_000

const digestOf = (of: unknown[]): string => createHash('sha256').update(JSON.stringify(of)).digest('hex')

/** What was said before Fin came in; 400 for more than ten messages. */
export function readHistory(history: Sent[] | undefined): Message[] {
  if ((history ?? []).length > MOST) throw problem(errors.finHistoryTooLong)
  return (history ?? []).filter(({ body }) => body.trim() !== '').map(each => readMessage(each))
}

/** Keeps the files of a message: 400 for more than ten, or for one that lacks what its kind needs. */
export async function keepFiles(files: FileStore, actor: Actor, sent: SentFiles): Promise<Attachment[]> {
  const each = sent ?? []
  if (each.length > MOST) throw invalid('attachments may hold at most 10 entries', 'attachments')
  const kept = await Promise.all(each.map(one => keepAttachments(files, actor, attaching(one))))
  return kept.flat()
}

function attaching({ type, url, name, content_type, data }: NonNullable<SentFiles>[number]) {
  if (type === 'url') {
    if (url === undefined) throw invalid('an attachment of type url needs a url', 'attachments')
    return { attachment_urls: [url] }
  }
  if (name === undefined || content_type === undefined || data === undefined)
    throw invalid('an attachment of type file needs name, content_type and data', 'attachments')
  return { attachment_files: [{ name, content_type, data }] }
}

const MOST = 10
