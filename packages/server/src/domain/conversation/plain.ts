import { plaintextKeepsLinks } from '@guichet/contract/changes/gates.ts'
import { toPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'

/** What `display_as` does to HTML: nothing, or for `plaintext` taking the mark-up out. */
export function plainFor(actor: Actor, displayAs: string | undefined): (html: string) => string {
  if (displayAs !== 'plaintext') return html => html
  return actor.gates.has(plaintextKeepsLinks) ? html => toPlain(withAddresses(html)) : toPlain
}

/** Each link followed by its address, unless its words are the address. */
function withAddresses(html: string): string {
  return html.replace(LINK, (all, quoted: string, words: string) =>
    toPlain(words) === toPlain(quoted) ? all : `${words} (${quoted})`,
  )
}

const LINK = /<a\s[^>]*?href="([^"]*)"[^>]*>(.*?)<\/a>/gis
