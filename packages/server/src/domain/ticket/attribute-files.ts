import { invalid } from '@guichet/contract/errors.ts'
import { fieldsOf } from '@guichet/contract/fields.ts'
import type { Tx } from '../../db/database.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { type Attachment, fetchLater, keepAttachments } from '../conversation/index.ts'
import type { AttributeRow } from '../ticket-type/index.ts'
import type { AttributeValues } from './attribute-values.ts'

interface Given {
  attribute: AttributeRow
  value: unknown
  files: FileStore
}

/**
 * Files for an attribute: addresses, or objects with an address (as answers have them) or with the file itself in
 * base64. Null when there are none; 400 for more than one where the attribute takes one.
 */
export async function readFiles(
  actor: Actor,
  { attribute, value, files }: Given,
): Promise<Attachment[] | null> {
  const given: unknown[] = Array.isArray(value) ? value : [value]
  if (given.length === 0) return null
  if (given.length > 1 && !attribute.input_options?.allow_multiple_values)
    throw invalid(`Ticket attribute '${attribute.name}' takes one file only`, attribute.name)
  if (given.length > MOST_FILES)
    throw invalid(`Ticket attribute '${attribute.name}' takes at most ${MOST_FILES} files`, attribute.name)
  const kept: Attachment[] = []
  for (const each of given) kept.push(...(await keep(actor, { attribute, value: each, files })))
  return kept
}

/** Has the files fetched that attributes of a ticket name by their address. */
export const fetchFiles = (
  tx: Tx,
  actor: Actor,
  ticketId: number,
  attributes: AttributeValues,
): Promise<void> =>
  fetchLater(
    tx,
    actor,
    ticketId,
    Object.values(attributes).flatMap(value => (Array.isArray(value) ? value : [])),
  )

const MOST_FILES = 10

async function keep(actor: Actor, { attribute, value, files }: Given): Promise<Attachment[]> {
  if (typeof value === 'string') return keepAttachments(files, actor, { attachment_urls: [value] })
  const { name, content_type, data, url } = fieldsOf(value)
  const isText = (each: unknown): each is string => typeof each === 'string'
  if (isText(data) && isText(name) && isText(content_type))
    return keepAttachments(files, actor, { attachment_files: [{ name, content_type, data }] })
  if (!isText(url))
    throw invalid(`Ticket attribute '${attribute.name}' must be of type files`, attribute.name)
  const [file] = await keepAttachments(files, actor, { attachment_urls: [url] })
  return file ? [{ ...file, ...(isText(name) && name && { name: name.slice(0, 255) }) }] : []
}
