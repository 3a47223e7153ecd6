import type { Tx } from '../../db/database.ts'
import { type Stretch, stretchesOf } from '../../text/words.ts'
import { type Match, selectPointed } from './find-by-words.sql.ts'

/** A stretch of text that is, or is not, what was looked for. */
export interface Fragment {
  type: 'highlight' | 'plain'
  text: string
}

/** A text to point words out in: all of its title, and the places of its body that have any. */
export interface Highlighted {
  title: Fragment[]
  summary: Fragment[][]
}

/** Points out what a search found in some texts; one statement for all of them. */
export async function highlight(
  tx: Tx,
  match: Match,
  texts: { title: string; body: string }[],
): Promise<Highlighted[]> {
  const cut = texts.map(({ title, body }) => ({
    title: stretchesOf(title),
    body: stretchesOf(body.slice(0, LONGEST)),
  }))
  const words = new Set(
    cut.flatMap(({ title, body }) => [...title, ...body].flatMap(({ word }) => word ?? [])),
  )
  const pointed = words.size === 0 ? words : await selectPointed(tx, match, [...words])
  const isPointed = ({ word }: Stretch): boolean => word !== undefined && pointed.has(word)
  return cut.map(({ title, body }) => ({
    title: fragments(title, isPointed),
    summary: places(body, isPointed).map(place => fragments(place, isPointed)),
  }))
}

const LONGEST = 100_000
const AROUND = 16
const MOST_PLACES = 3

/** The first few places with words to point out, each with what is around it. */
function places(body: Stretch[], isPointed: (stretch: Stretch) => boolean): Stretch[][] {
  const found: Stretch[][] = []
  let end = 0
  for (const [at, stretch] of body.entries()) {
    if (found.length === MOST_PLACES) break
    if (at < end || !isPointed(stretch)) continue
    const start = Math.max(end, at - AROUND)
    end = at + AROUND + 1
    found.push(body.slice(start, end))
  }
  return found
}

/** Neighbours of a kind become one fragment; what is only between two words pointed out stays plain. */
function fragments(stretches: Stretch[], isPointed: (stretch: Stretch) => boolean): Fragment[] {
  const merged: Fragment[] = []
  for (const stretch of stretches) {
    const type = isPointed(stretch) ? 'highlight' : 'plain'
    const last = merged.at(-1)
    if (last?.type === type) last.text += stretch.text
    else merged.push({ type, text: stretch.text })
  }
  return merged
}
