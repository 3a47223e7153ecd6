import { invalid } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../../domain/actor.ts'
import type { Letter } from '../../domain/help-reader/index.ts'
import { askedOfContacts } from '../../domain/ticket/index.ts'
import {
  type AttributeRow,
  DESCRIPTION,
  listCustomerTypes,
  TITLE,
  type TicketTypeRow,
} from '../../domain/ticket-type/index.ts'
import { html, type Markup } from '../html.ts'
import { type Fault, failure, filesIn, row, type Sent, textIn, trap } from './form-pieces.ts'
import type { HelpPage } from './layout.ts'
import { type ReaderTexts, readerTexts } from './reader-texts.ts'
import { paths, type Visit } from './visit.ts'

/** The type of ticket that a help center's readers ask for by its form; undefined where they begin a conversation. */
export async function contactType(tx: Tx, { site, actor }: Visit): Promise<TicketTypeRow | undefined> {
  const { ticketTypeId } = site.contact
  if (ticketTypeId === null) return undefined
  return (await listCustomerTypes(tx, actor)).find(({ id }) => id === ticketTypeId)
}

interface Asking {
  reader: Actor | undefined
  type: TicketTypeRow | undefined
  sent?: Sent
  fault?: Fault
}

/** The form by which readers write to the team. What was filled in stays where it was not right. */
export function contactPage(visit: Visit, { reader, type, sent = {}, fault }: Asking): HelpPage {
  const words = readerTexts(visit.locale)
  const names = ['email', 'name', 'subject', 'body', 'attachment', ...(type?.attributes ?? []).map(fieldName)]
  return {
    title: words.contactTitle,
    description: words.contactHint,
    hidden: fault !== undefined,
    private: true,
    status: fault?.status ?? 200,
    addresses: new Map(visit.helpCenter.locales.map(each => [each, paths.contact(visit, each)])),
    body: html`<div class="narrow"><h1>${words.contactTitle}</h1>
<p class="lead">${type?.description || words.contactHint}</p>
${failure(fault, names)}
<form class="form" method="post" action="${paths.contact(visit)}" enctype="multipart/form-data">
${reader ? '' : whoFields(words, sent, fault)}
${type ? askedOfContacts(type).map(each => attributeField(words, each, sent, fault)) : letterFields(words, sent, fault)}
${trap(words)}
<button class="button">${words.send}</button>
</form></div>`,
  }
}

const whoFields = (words: ReaderTexts, sent: Sent, fault: Fault | undefined): Markup => html`${row(
  { name: 'email', label: words.email, fault },
  about =>
    html`<input ${about} type="email" autocomplete="email" maxlength="254" value="${textIn(sent, 'email')}">`,
)}
${row(
  { name: 'name', label: words.name, optional: words.optional, fault },
  about => html`<input ${about} autocomplete="name" maxlength="255" value="${textIn(sent, 'name')}">`,
)}`

const letterFields = (words: ReaderTexts, sent: Sent, fault: Fault | undefined): Markup => html`${row(
  { name: 'subject', label: words.subject, optional: words.optional, fault },
  about => html`<input ${about} maxlength="255" value="${textIn(sent, 'subject')}">`,
)}
${row(
  { name: 'body', label: words.message, fault },
  about => html`<textarea ${about} maxlength="20000">${textIn(sent, 'body')}</textarea>`,
)}
${row({ name: 'attachment', label: words.attachment, optional: words.optional, fault }, about => html`<input ${about} type="file">`)}`

const fieldName = ({ id }: AttributeRow): string => `attribute-${id}`

/** An attribute of a ticket; refusals name it as the API does. */
function attributeField(
  words: ReaderTexts,
  attribute: AttributeRow,
  sent: Sent,
  given: Fault | undefined,
): Markup {
  const { name: called, description, data_type, required_to_create_for_contacts: required } = attribute
  const name = fieldName(attribute)
  const fault = given?.field === called ? { ...given, field: name } : given
  const label =
    called === TITLE ? words.ticketTitle : called === DESCRIPTION ? words.ticketDescription : called
  const value = textIn(sent, name)
  return row(
    { name, label, hint: description, optional: required ? undefined : words.optional, fault },
    about => {
      if (data_type === 'list')
        return html`<select ${about}><option value="">${words.choose}</option>${optionsOf(attribute, value)}</select>`
      if (data_type === 'boolean') return html`<input type="checkbox" name="${name}" value="true">`
      if (data_type === 'files') return html`<input ${about} type="file">`
      if (attribute.input_options?.multiline)
        return html`<textarea ${about} maxlength="20000">${value}</textarea>`
      return html`<input ${about} type="${INPUTS[data_type] ?? 'text'}" step="${data_type === 'integer' ? '1' : 'any'}" maxlength="2000" value="${value}">`
    },
  )
}

const INPUTS: Record<string, string> = { integer: 'number', decimal: 'number', datetime: 'date' }

const optionsOf = ({ input_options }: AttributeRow, chosen: string): Markup[] =>
  (input_options?.list_options ?? [])
    .filter(({ archived }) => !archived)
    .map(
      ({ id, label }) => html`<option value="${id}"${id === chosen ? html` selected` : ''}>${label}</option>`,
    )

/** What a form that was sent comes to. A trap that was walked into is no letter. */
export function letterIn(
  sent: Sent,
  type: TicketTypeRow | undefined,
): Pick<Letter, 'email' | 'name' | 'says'> {
  if (textIn(sent, 'website') !== '') throw invalid('website must be empty', 'website')
  const who = { email: textIn(sent, 'email'), name: textIn(sent, 'name') }
  if (!type)
    return {
      ...who,
      says: {
        ...{ subject: textIn(sent, 'subject'), body: textIn(sent, 'body') },
        files: filesIn(sent, 'attachment'),
      },
    }
  const values = askedOfContacts(type).flatMap(attribute => {
    const value = valueIn(sent, attribute)
    return value === undefined ? [] : [[attribute.name, value] as const]
  })
  return { ...who, says: { typeId: String(type.id), values: Object.fromEntries(values) } }
}

function valueIn(sent: Sent, attribute: AttributeRow): unknown {
  const name = fieldName(attribute)
  if (attribute.data_type === 'files') {
    const files = filesIn(sent, name)
    return files.length > 0 ? files : undefined
  }
  return textIn(sent, name).trim() || undefined
}

/** What somebody sees once what they wrote has arrived. */
export function sentPage(visit: Visit): HelpPage {
  const words = readerTexts(visit.locale)
  return {
    ...{ title: words.sentTitle, hidden: true, private: true },
    body: html`<div class="narrow"><h1>${words.sentTitle}</h1><p class="lead">${words.sentHint}</p>
<p><a class="button" href="${paths.requests(visit)}">${words.requests}</a></p></div>`,
  }
}
