import { useEffect, useRef, useState } from 'react'
import { Refusal, reasonOf } from './refusal.ts'

/** What somebody writes of an article in one language; an internal one has no description. */
export interface Written {
  title: string
  description: string
  body: string
}

/** A text as it was saved. */
export interface Drafted extends Written {
  /** Changes with every change of the text. */
  revision: string
  saved_at: number
  saved_by: { name: string | null } | null
}

/** Where a text is saved. */
export interface DraftSource<T extends Drafted> {
  /** What of it is kept in this browser is kept under this name. */
  key: string
  save: (of: Written & { revision: string }) => Promise<{ outcome: 'saved' | 'kept_aside'; text: T }>
  /** Puts what was saved where it is read from. */
  keep: (text: T) => void
}

export type SaveState =
  | { kind: 'saved' }
  | { kind: 'saving' }
  /** It is kept in this browser, and tried again. */
  | { kind: 'unsaved'; says: string }
  /** Somebody else wrote meanwhile: what was written here is a version beside theirs. */
  | { kind: 'parted'; theirs: Drafted; mine: Written }

/** How long somebody stops writing before it is saved, and how long until what failed is tried again. */
const PAUSE_MS = 900
const AGAIN_MS = 5_000

interface Kept extends Written {
  revision: string
}

function keptFor(key: string): Kept | undefined {
  const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
  const has = (name: string) =>
    typeof kept === 'object' &&
    kept !== null &&
    typeof Object.entries(kept).find(([key]) => key === name)?.[1] === 'string'
  // It is of our own making, or not believed.
  return ['title', 'description', 'body', 'revision'].every(has) ? (kept as Kept) : undefined
}

/** Those who write just now, so that whoever publishes can have them save first. */
const writers = new Set<() => Promise<void>>()

/** Saves all that is written and not saved. */
export const settleDrafts = async (): Promise<void> => {
  await Promise.all([...writers].map(save => save()))
}

/** What there is to know of saving, beside what is shown. */
interface Held<T> {
  /** The revision that the text here was made from. */
  revision: string
  /** Those that our own changes took the place of: an answer that was late may still bring one. */
  past: Set<string>
  pending: Written | undefined
  running: Promise<void> | undefined
  /** What somebody else wrote meanwhile, till it is settled. */
  theirs: T | undefined
  isParted: boolean
  timer: number
}

/**
 * Saves an article as it is written. `show` is told of a text that takes the place of the one in the editor: what was left unsaved here
 * before, or what somebody else wrote while nothing was written here.
 */
export function useDrafting<T extends Drafted>(source: DraftSource<T>, text: T, show: (of: Written) => void) {
  const [state, setState] = useState<SaveState>({ kind: 'saved' })
  const on = useRef<Held<T>>({
    ...{ revision: text.revision, past: new Set(), pending: undefined, running: undefined },
    ...{ theirs: undefined, isParted: false, timer: 0 },
  })
  const { key } = source
  const later = (ms: number) => {
    window.clearTimeout(on.current.timer)
    on.current.timer = window.setTimeout(() => void saveNow.current(), ms)
  }

  const put = async (written: Written) => {
    const held = on.current
    setState({ kind: 'saving' })
    try {
      const answer = await source.save({ ...written, revision: held.revision })
      const { pending } = held
      if (pending === undefined) localStorage.removeItem(key)
      if (answer.outcome === 'kept_aside') {
        held.isParted = true
        held.theirs = answer.text
        held.pending = undefined
        setState({ kind: 'parted', theirs: answer.text, mine: pending ?? written })
        return
      }
      held.past.add(held.revision)
      held.revision = answer.text.revision
      held.past.delete(held.revision)
      source.keep(answer.text)
      setState({ kind: 'saved' })
      if (pending !== undefined) later(PAUSE_MS)
    } catch (error) {
      held.pending ??= written
      setState({ kind: 'unsaved', says: reasonOf(error) })
      if (!isHopeless(error)) later(AGAIN_MS)
    }
  }
  const save = async () => {
    const held = on.current
    await held.running
    window.clearTimeout(held.timer)
    const { pending } = held
    if (pending === undefined || held.running || held.isParted || pending.title.trim() === '') return
    held.pending = undefined
    held.running = put(pending).finally(() => {
      held.running = undefined
    })
    await held.running
  }
  const saveNow = useRef(save)
  saveNow.current = save

  const write = (written: Written) => {
    const held = on.current
    localStorage.setItem(key, JSON.stringify({ ...written, revision: held.revision }))
    if (state.kind === 'parted') {
      setState({ ...state, mine: written })
      return
    }
    held.pending = written
    setState(before => (before.kind === 'saved' ? { kind: 'saving' } : before))
    later(PAUSE_MS)
  }

  const showNow = useRef(show)
  showNow.current = show
  useEffect(() => {
    const kept = keptFor(key)
    if (kept) {
      on.current.revision = kept.revision
      on.current.pending = kept
      showNow.current(kept)
      void saveNow.current()
    }
    const held = on.current
    const leave = () => saveNow.current()
    writers.add(leave)
    window.addEventListener('online', leave)
    window.addEventListener('pagehide', leave)
    return () => {
      writers.delete(leave)
      window.removeEventListener('online', leave)
      window.removeEventListener('pagehide', leave)
      window.clearTimeout(held.timer)
      void saveNow.current()
    }
  }, [key])

  // What others wrote while nothing was written here takes its place.
  useEffect(() => {
    const held = on.current
    const isOld = text.revision === held.revision || held.past.has(text.revision)
    if (isOld || held.pending !== undefined || held.running || state.kind !== 'saved') return
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
      const held = on.current
      held.isParted = false
      held.revision = state.theirs.revision
      if (held.theirs) source.keep(held.theirs)
      setState({ kind: 'saved' })
      localStorage.removeItem(key)
      if (which === 'theirs') showNow.current(state.theirs)
      else {
        held.pending = state.mine
        void saveNow.current()
      }
    },
  }
}

/** What the server will refuse again, however often it is asked. */
const isHopeless = (error: unknown): boolean =>
  error instanceof Refusal && error.status >= 400 && error.status < 500 && error.status !== 429
