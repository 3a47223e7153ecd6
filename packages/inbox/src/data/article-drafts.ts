import { knowledge } from '@guichet/contract/operations/inbox/knowledge.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type ArticleText, keepText } from './article.ts'
import { call } from './client.ts'
import { Refusal, reasonOf } from './refusal.ts'

/** What somebody writes of an article in one language. */
export interface Written {
  title: string
  description: string
  body: string
}

export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  /** It is kept in this browser, and tried again. */
  | { kind: 'unsaved'; says: string }
  /** Somebody else wrote meanwhile: what was written here is a version beside theirs. */
  | { kind: 'parted'; theirs: ArticleText; mine: Written }

/** How long somebody stops writing before it is saved, and how long until what failed is tried again. */
const PAUSE_MS = 900
const AGAIN_MS = 5_000

const keyOf = (id: string, locale: string): string => `guichet.article.${id}.${locale}`

interface Kept extends Written {
  revision: string
}

function keptFor(id: string, locale: string): Kept | undefined {
  const kept: unknown = JSON.parse(localStorage.getItem(keyOf(id, locale)) ?? 'null')
  const has = (name: string) =>
    typeof kept === 'object' &&
    kept !== null &&
    typeof Object.entries(kept).find(([key]) => key === name)?.[1] === 'string'
  // It is of our own making, or not believed.
  return ['title', 'description', 'body', 'revision'].every(has) ? (kept as Kept) : undefined
}

/**
 * Saves an article as it is written. `show` is told of a text that takes the place of the one in the editor: what was left unsaved here
 * before, or what somebody else wrote while nothing was written here.
 */
export function useDrafting(id: string, text: ArticleText, show: (of: Written) => void) {
  const client = useQueryClient()
  const [state, setState] = useState<SaveState>({ kind: 'saved' })
  const on = useRef({
    revision: text.revision,
    pending: undefined as Written | undefined,
    isBusy: false,
    timer: 0,
  })
  const { locale } = text
  const key = keyOf(id, locale)

  const save = async () => {
    const held = on.current
    window.clearTimeout(held.timer)
    if (held.isBusy || held.pending === undefined) return
    if (held.pending.title.trim() === '') return
    const written = held.pending
    held.pending = undefined
    held.isBusy = true
    setState({ kind: 'saving' })
    try {
      const answer = await call(knowledge.save, {
        params: { id },
        query: { locale },
        body: { ...written, revision: held.revision },
      })
      if (held.pending === undefined) localStorage.removeItem(key)
      if (answer.outcome === 'kept_aside') {
        setState({ kind: 'parted', theirs: answer.text, mine: held.pending ?? written })
        held.pending = undefined
      } else {
        held.revision = answer.text.revision
        keepText(client, id, answer.text)
        setState({ kind: 'saved' })
      }
    } catch (error) {
      held.pending ??= written
      setState({ kind: 'unsaved', says: reasonOf(error) })
      const isHopeless =
        error instanceof Refusal && error.status >= 400 && error.status < 500 && error.status !== 429
      if (!isHopeless) held.timer = window.setTimeout(() => void save(), AGAIN_MS)
    }
    held.isBusy = false
    if (held.pending !== undefined && window.navigator.onLine)
      held.timer = window.setTimeout(() => void save(), PAUSE_MS)
  }
  const saveNow = useRef(save)
  saveNow.current = save

  const write = (written: Written) => {
    const held = on.current
    held.pending = written
    localStorage.setItem(key, JSON.stringify({ ...written, revision: held.revision }))
    if (state.kind === 'parted') {
      setState({ ...state, mine: written })
      return
    }
    setState(before => (before.kind === 'saved' ? { kind: 'saving' } : before))
    window.clearTimeout(held.timer)
    held.timer = window.setTimeout(() => void saveNow.current(), PAUSE_MS)
  }

  const showNow = useRef(show)
  showNow.current = show
  useEffect(() => {
    const kept = keptFor(id, locale)
    if (kept) {
      on.current.revision = kept.revision
      on.current.pending = kept
      showNow.current(kept)
      void saveNow.current()
    }
    const held = on.current
    const leave = () => void saveNow.current()
    window.addEventListener('online', leave)
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('online', leave)
      window.removeEventListener('pagehide', leave)
      window.clearTimeout(held.timer)
      void saveNow.current()
    }
  }, [id, locale])

  // What others wrote while nothing was written here takes its place.
  useEffect(() => {
    const held = on.current
    if (
      text.revision === held.revision ||
      held.pending !== undefined ||
      held.isBusy ||
      state.kind !== 'saved'
    )
      return
    held.revision = text.revision
    showNow.current(text)
  }, [text, state.kind])

  return {
    state,
    write,
    flush: () => saveNow.current(),
    /** Ends that two texts stand beside one another. */
    settle: (which: 'mine' | 'theirs') => {
      if (state.kind !== 'parted') return
      on.current.revision = state.theirs.revision
      keepText(client, id, state.theirs)
      setState({ kind: 'saved' })
      on.current.pending = undefined
      localStorage.removeItem(key)
      if (which === 'theirs') showNow.current(state.theirs)
      else {
        on.current.pending = state.mine
        void saveNow.current()
      }
    },
  }
}
