import { errors, problem } from '@guichet/contract/errors.ts'
import type { UpdateDataConnectorRequest } from '@guichet/contract/operations/data-connectors.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { json } from '../../db/json.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import type { Actor } from '../actor.ts'
import { type ConnectorPatch, type ConnectorRow, selectTokens } from './data-connector.sql.ts'
import { MASK } from './data-connector.view.ts'
import { withoutTemplates } from './request-template.ts'
import { responseFields } from './response-fields.ts'
import { type DataInput, HEADER_PURPOSE, type StoredHeader, storedHeaders } from './stored.ts'

export type ConnectorRequest = Static<typeof UpdateDataConnectorRequest>

const MOST = 50
const LONGEST_NAME = 255
const LONGEST_TEXT = 10_000
const LONGEST_BODY = 100_000

/** What a request changes; 422 for what a connector cannot be. */
export async function readConnector(
  tx: Tx,
  actor: Actor,
  of: { request: ConnectorRequest; secrets: SecretBox; before?: ConnectorRow },
): Promise<ConnectorPatch> {
  const { request, secrets, before } = of
  const { name, description, state, url, body, headers, data_inputs, mock_response, token_ids } = request
  return {
    ...taken(request),
    ...(name !== undefined && { name: readName(name) }),
    ...(description !== undefined && { description: text('description', description, LONGEST_TEXT) }),
    ...(state !== undefined && { state }),
    ...(url !== undefined && { url: readUrl(url) }),
    ...(body !== undefined && { body: text('body', body, LONGEST_BODY) }),
    ...(headers && { headers: json(await readHeaders(headers, secrets, before)) }),
    ...(data_inputs && { data_inputs: json(readInputs(data_inputs)) }),
    ...(mock_response && {
      mock_response: json(mock_response),
      response_fields: json(responseFields(mock_response)),
    }),
    ...(token_ids && { token_ids: json(await readTokens(tx, actor, token_ids)) }),
  }
}

/** What is stored as it comes. */
function taken(request: ConnectorRequest): ConnectorPatch {
  const { http_method, audiences, direct_fin_usage, customer_authentication } = request
  const { bypass_authentication, validate_missing_attributes } = request
  return {
    ...(http_method !== undefined && { http_method }),
    ...(audiences && { audiences: [...new Set(audiences)] }),
    ...(direct_fin_usage !== undefined && { direct_fin_usage }),
    ...(customer_authentication !== undefined && { customer_authentication }),
    ...(bypass_authentication !== undefined && { bypass_authentication }),
    ...(validate_missing_attributes !== undefined && { validate_missing_attributes }),
  }
}

function readName(given: string | null): string {
  const name = given?.trim() ?? ''
  if (name === '') throw problem(errors.dataConnectorNameMissing)
  if (name.length > LONGEST_NAME) throw refused(`Name must have at most ${LONGEST_NAME} characters`)
  return name
}

function text(field: string, value: string | null, longest: number): string | null {
  if (value !== null && value.length > longest)
    throw refused(`${field} must have at most ${longest} characters`)
  return value
}

/** An address whose templates may stand for anything. */
function readUrl(given: string | null): string | null {
  const url = given?.trim() || null
  if (url === null) return null
  const sample = withoutTemplates(url)
  if (url.length > LONGEST_TEXT || !URL.canParse(sample) || !/^https?:/i.test(sample))
    throw refused('Url must be an http or https URL')
  return url
}

async function readHeaders(
  given: NonNullable<ConnectorRequest['headers']>,
  secrets: SecretBox,
  before: ConnectorRow | undefined,
): Promise<StoredHeader[]> {
  if (given.length > MOST) throw refused(`headers may hold at most ${MOST} entries`)
  const kept = new Map(storedHeaders(before?.headers).map(header => [header.name.toLowerCase(), header]))
  return Promise.all(
    given.map(async ({ name = '', value = '' }) => {
      if (!TOKEN.test(name) || RESERVED.has(name.toLowerCase()))
        throw refused(`'${name.slice(0, 100)}' is not the name of a header that can be set`)
      if (value.length > LONGEST_TEXT || /[\r\n]/.test(value))
        throw refused(`The value of the header ${name} is not one`)
      const known = value === MASK ? kept.get(name.toLowerCase()) : undefined
      return { name, sealed: known?.sealed ?? (await secrets.seal(value, HEADER_PURPOSE)) }
    }),
  )
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,128}$/
/** Whoever sets these decides where a request goes or where it ends. */
const RESERVED = new Set([
  ...['host', 'content-length', 'transfer-encoding', 'connection', 'upgrade', 'te', 'trailer', 'expect'],
  ...['proxy-authorization', 'proxy-connection', 'keep-alive', 'accept-encoding'],
])

function readInputs(given: NonNullable<ConnectorRequest['data_inputs']>): DataInput[] {
  if (given.length > MOST) throw refused(`data_inputs may hold at most ${MOST} entries`)
  const inputs = given.map(({ name = '', type = 'string', description, required, default_value }) => {
    const known = TYPES.find(each => each === type)
    if (!/^[\w.-]{1,128}$/.test(name)) throw refused('Each data input needs a name of letters and digits')
    if (!known) throw refused(`The type of the data input ${name} must be one of: ${TYPES.join(', ')}`)
    if (!description?.trim()) throw refused(`The data input ${name} needs a description`)
    return {
      ...{ name, type: known, description: text('description', description, LONGEST_TEXT) },
      ...{ required: required ?? false, default_value: default_value ?? '' },
    }
  })
  if (new Set(inputs.map(({ name }) => name)).size < inputs.length)
    throw refused('Data inputs must have different names')
  return inputs
}

const TYPES = ['string', 'integer', 'decimal', 'boolean'] as const

async function readTokens(tx: Tx, actor: Actor, ids: string[]): Promise<string[]> {
  if (ids.length > MOST) throw refused(`token_ids may hold at most ${MOST} entries`)
  const rows = await selectTokens(
    tx,
    actor.workspace.id,
    ids.map(id => numericId(id) ?? 0),
  )
  const unknown = ids.find(id => !rows.some(row => String(row.id) === id))
  if (unknown !== undefined) throw refused(`There is no token ${unknown.slice(0, 100)}`)
  return [...new Set(ids)]
}

const refused = (message: string) => problem(errors.dataConnectorInvalid, message)
