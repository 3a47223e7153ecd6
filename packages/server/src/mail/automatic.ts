import type { ReadMail } from './read-mail.ts'

/**
 * What wrote a mail: a person; a machine that answers one of ours, such as an absence note; or a machine of its own accord,
 * such as a form on a web site or a newsletter. RFC 3834, and what is in use beside it.
 */
export type Writer = 'person' | 'answering_machine' | 'machine'

export function writerOf(mail: ReadMail): Writer {
  const first = (name: string) => mail.headers(name).at(0)?.toLowerCase() ?? ''
  const submitted = first('auto-submitted').replace(/[;\s].*$/, '')
  if (submitted === 'auto-replied' || submitted === 'auto-notified') return 'answering_machine'
  const answers = ['x-autoreply', 'x-autorespond', 'x-auto-reply'].some(name => first(name) !== '')
  if (answers || first('precedence') === 'auto_reply' || ABSENT.test(mail.subject)) return 'answering_machine'
  if (submitted !== '' && submitted !== 'no') return 'machine'
  const bulk = /^(bulk|list|junk)$/.test(first('precedence')) || first('list-id') !== ''
  const silent = /(^|[\s,])(all|autoreply|oof)\b/.test(first('x-auto-response-suppress'))
  if (bulk || silent || NOBODY.test(mail.from?.address ?? '') || first('return-path') === '<>')
    return 'machine'
  return 'person'
}

/** As programs write it that say nothing in a header. */
const ABSENT =
  /^(auto(matic)?[ -]?(reply|response)|out of (the )?office|réponse automatique|absent|automatische antwort|abwesenheit)\b[ :]?/i
const NOBODY = /^(mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?[+-].*|.*-bounces?)@/i
