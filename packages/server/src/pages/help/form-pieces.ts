import { Problem } from '@guichet/contract/errors.ts'
import type { FormFile } from '@guichet/contract/operation.ts'
import { html, type Markup } from '../html.ts'
import type { ReaderTexts } from './reader-texts.ts'

/** What was sent by a form, multipart or not. */
export type Sent = Record<string, string | FormFile>

export const textIn = (sent: Sent, name: string): string => {
  const value = sent[name]
  return typeof value === 'string' ? value : ''
}

/** A file as requests carry it; none where none was picked. */
export const filesIn = (sent: Sent, name: string): { name: string; content_type: string; data: string }[] => {
  const file = sent[name]
  if (file === undefined || typeof file === 'string' || file.bytes.length === 0) return []
  const content_type =
    TYPES[/\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase() ?? ''] ?? 'application/octet-stream'
  return [{ name: file.name || 'file', content_type, data: Buffer.from(file.bytes).toString('base64') }]
}

const TYPES: Record<string, string> = {
  ...{ png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp' },
  ...{ pdf: 'application/pdf', txt: 'text/plain', csv: 'text/csv' },
}

/** What was wrong with a form that was sent, and with which field. */
export interface Fault {
  field: string | undefined
  says: string
  status: number
}

/** A refusal in the reader's words; anything else is thrown on. */
export function faultOf(error: unknown, words: ReaderTexts): Fault {
  if (!(error instanceof Problem)) throw error
  const { field, code, status } = error
  if (status === 429) return { field: undefined, says: words.tooOften, status }
  if (status === 403) return { field: undefined, says: words.otherPage, status }
  const says =
    field === 'email' && code !== 'parameter_not_found'
      ? words.emailWrong
      : code === 'parameter_not_found'
        ? words.isMissing
        : words.isWrong
  return { field, says, status }
}

/** A line of a form: its label, what is to be filled in, and what was wrong with it. */
export function row(
  of: { name: string; label: string; hint?: string; optional?: string | undefined; fault: Fault | undefined },
  control: (about: Markup) => Markup,
): Markup {
  const isWrong = of.fault?.field === of.name
  const described = isWrong ? html` aria-invalid="true" aria-describedby="${of.name}-fault"` : html``
  return html`<label>
<span>${of.label}${of.optional === undefined ? '' : html` <small>${of.optional}</small>`}</span>
${of.hint ? html`<small>${of.hint}</small>` : ''}
${control(html`name="${of.name}"${described}${of.optional === undefined ? html` required` : ''}`)}
${isWrong ? html`<p class="error" id="${of.name}-fault">${of.fault?.says ?? ''}</p>` : ''}
</label>`
}

/** What is wrong with all of it. */
export const failure = (fault: Fault | undefined, known: string[]): Markup =>
  fault && !known.includes(fault.field ?? '')
    ? html`<p class="failure" role="alert">${fault.says}</p>`
    : html``

/** What people do not see, and machines fill in. */
export const trap = (words: ReaderTexts): Markup => html`<label class="trap" aria-hidden="true">${words.trap}
<input name="website" tabindex="-1" autocomplete="off"></label>`
