import { fieldsOf } from '@guichet/contract/fields.ts'
import { t } from '../text/t.ts'
import { textForCode } from './refusal-texts.ts'

/** Why the server did not do what was asked, in words that can be shown. */
export class Refusal extends Error {
  /** The HTTP status; 0 where no answer came. */
  readonly status: number
  /** The code of the API's error envelope. */
  readonly code: string
  /** The field it is about, where it is about one. */
  readonly field: string | undefined

  constructor(of: { status: number; code: string; message: string; field?: string | undefined }) {
    super(of.message)
    this.status = of.status
    this.code = of.code
    this.field = of.field
  }

  static of(response: Response, body: unknown): Refusal {
    const { errors, request_id } = fieldsOf(body)
    const first = fieldsOf(Array.isArray(errors) ? errors[0] : undefined)
    const { status } = response
    return new Refusal({
      status,
      code: textOr(first['code'], 'unknown'),
      message: textForCode(first['code']) ?? messageFor(status, first['message'], textOr(request_id, '?')),
      field: typeof first['field'] === 'string' ? first['field'] : undefined,
    })
  }

  static unreached(): Refusal {
    return new Refusal({ status: 0, code: 'unreached', message: t('app.errorNetwork') })
  }
}

/** The words for anything that was thrown. */
export const reasonOf = (error: unknown): string =>
  error instanceof Error ? error.message : t('app.errorNetwork')

function messageFor(status: number, said: unknown, requestId: string): string {
  // What a service behind ours did not do is told in its words.
  if (status === 502) return textOr(said, t('app.failed'))
  if (status >= 500) return t('app.errorServer', { id: requestId })
  if (status === 429) return t('app.errorTooMany')
  if (status === 403) return t('app.errorForbidden')
  return textOr(said, t('app.failed'))
}

const textOr = (value: unknown, fallback: string): string => (typeof value === 'string' ? value : fallback)
