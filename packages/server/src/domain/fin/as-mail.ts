import { fromPlain, toHtml } from '../../text/html.ts'

/** Words in the form of a mail. */
export function asMail(words: string, { to, from }: { to: string | null; from: string }): string {
  const [first] = to?.trim().split(/\s+/) ?? []
  const greeting = fromPlain(first ? `Hi ${first},` : 'Hello,')
  return [greeting, toHtml(words), fromPlain('Best regards,'), fromPlain(from)].join('\n')
}
