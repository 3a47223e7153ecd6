import { useState } from 'react'
import { type Listed, useList } from '../../data/conversations.ts'
import { useViews } from '../../data/views.ts'
import { plainOf } from '../../parts/plain.ts'
import { called, calledAuthor } from '../../text/called.ts'

/** What a customer wrote last in a conversation:. */
export interface Written {
  id: string
  name: string
  text: string
}

/** The first thing that a customer wrote since the page was opened, where somebody has; undefined until then. */
export function useFirstWritten(): Written | undefined {
  const [openedAt] = useState(() => Math.floor(Date.now() / 1000) - CLOCKS_DIFFER_S)
  const all = useViews().views.find(({ id }) => id === 'all')
  if (!all) throw new Error('There is no view of everything')
  const { items } = useList(all, 'open', 'newest')
  return items.flatMap(writtenSince(openedAt)).at(-1)
}

/** A browser on another machine may be a little ahead. */
const CLOCKS_DIFFER_S = 5

const writtenSince =
  (openedAt: number) =>
  ({ conversation, person, preview }: Listed): Written[] => {
    const { id, source, created_at } = conversation
    const last = preview ?? {
      ...{ author_type: source.author.type, author_name: source.author.name, created_at },
      text: plainOf(source.body),
    }
    return last.created_at >= openedAt && !BY_US.includes(last.author_type)
      ? [{ id, name: person ? called(person) : calledAuthor(source.author), text: last.text }]
      : []
  }

const BY_US = ['admin', 'bot', 'team']
