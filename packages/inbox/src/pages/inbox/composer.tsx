import { type ComponentType, useCallback, useEffect, useRef, useState } from 'react'
import type { Conversation } from '../../data/conversations.ts'
import { whenIdle } from '../../data/when-idle.ts'
import { loadArea } from '../../text/t.ts'
import { type Begun, PlainComposer } from './plain-composer.tsx'

interface Props {
  conversation: Conversation
  onClosed: () => void
}

let loaded: ComponentType<Props & { begun: Begun }> | undefined

/** Loads the editor; once it is there, every conversation opens with it. */
export async function loadComposer(): Promise<NonNullable<typeof loaded>> {
  const [box] = await Promise.all([import('./composer-box.tsx'), loadArea('translations')])
  loaded = box.ComposerBox
  return loaded
}

/**
 * The editor weighs as much as half of the app, so that it comes after the conversation can be read: a plain field stands
 * in its place, and gives over what was begun in it.
 */
export function Composer(props: Props) {
  const [Box, setBox] = useState(() => loaded)
  const begun = useRef<Begun>({ kind: 'comment', isFocused: false })
  const load = useCallback(() => void loadComposer().then(box => setBox(() => box)), [])
  useEffect(() => (Box ? undefined : whenIdle(load)), [Box, load])
  return (
    <div className="mx-auto w-full max-w-3xl shrink-0 px-3 pb-3 lg:px-6 lg:pb-5">
      {Box ? (
        <Box {...props} begun={begun.current} />
      ) : (
        <PlainComposer conversation={props.conversation} begun={begun.current} onBegin={load} />
      )}
    </div>
  )
}
