import { lazy, Suspense, startTransition, useEffect, useState } from 'react'
import type { Conversation, Part } from '../../data/conversations.ts'
import { useMay } from '../../data/me.ts'
import { usePending } from '../../data/replies.ts'
import { useThread } from '../../data/thread.ts'
import { whenIdle } from '../../data/when-idle.ts'
import { loadArea, t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Scrolls } from '../../ui/scrolls.tsx'
import { toast } from '../../ui/toast.tsx'
import { WithMails } from './mail-slot.tsx'
import { sourceAsPart } from './source-part.ts'
import { ThreadEdge } from './thread-edge.tsx'
import { Run, runsOf } from './thread-run.tsx'
import { WithTranslations } from './translation-slot.tsx'
import { useThreadScroll } from './use-thread-scroll.ts'

const RedactDialog = lazy(async () => {
  const [dialog] = await Promise.all([import('./redact-dialog.tsx'), loadArea('desk')])
  return { default: dialog.RedactDialog }
})

/** More than any screen has room for: these are drawn first, and what is above them when there is time. */
const AT_FIRST = 40

/** Everything that was said and done, oldest first; it opens at its end and stays there while one is there. */
export function Thread({
  conversation,
  found,
  onNewest,
}: {
  conversation: Conversation
  /** The part it opens at, where one was looked for; 0 is what it began with. */
  found?: number | undefined
  /** Gives up what was looked for. */
  onNewest: () => void
}) {
  const { parts: told, older, newer, isGone } = useThread(conversation, found)
  const pending = usePending(conversation.id) ?? []
  const all = [...(older ? [] : [sourceAsPart(conversation)]), ...told, ...(newer ? [] : pending)]
  const isDrawn = useLater(found !== undefined || all.length <= AT_FIRST)
  const parts = isDrawn ? all : all.slice(-AT_FIRST)
  const mayRedact = useMay('write_conversations')
  const [redacting, setRedacting] = useState<Part>()
  const foundId = idOfFound(all, found)
  const scroller = useThreadScroll({
    ...{ first: parts[0]?.id, last: parts.at(-1)?.id, isNewest: newer === undefined, found: foundId },
  })
  useLeaving(onNewest, { isGone, isWriting: newer !== undefined && pending.length > 0 })
  return (
    <Scrolls
      as="section"
      ref={scroller}
      aria-label={t('inbox.thread')}
      className="relative min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      <ol className="mx-auto flex max-w-3xl flex-col px-4 py-5 lg:px-6">
        {isDrawn && older && <ThreadEdge edge={older} scroller={scroller} />}
        <WithTranslations conversation={conversation}>
          <WithMails conversation={conversation}>
            {runsOf(parts).map(run => (
              <Run
                key={run.parts[0]?.id}
                run={run}
                foundId={foundId ?? undefined}
                onRedact={mayRedact ? setRedacting : undefined}
              />
            ))}
          </WithMails>
        </WithTranslations>
        {newer && <ThreadEdge edge={newer} scroller={scroller} />}
      </ol>
      {newer && (
        <div className="pointer-events-none sticky bottom-3 flex justify-center">
          <Button className="pointer-events-auto shadow-md" onClick={onNewest}>
            {t('inbox.toNewest')}
          </Button>
        </div>
      )}
      <Suspense>
        {redacting && (
          <RedactDialog id={conversation.id} part={redacting} onClose={() => setRedacting(undefined)} />
        )}
      </Suspense>
    </Scrolls>
  )
}

/** True from the start, or once what comes first has been drawn. */
function useLater(isNow: boolean): boolean {
  const [isLater, setLater] = useState(isNow)
  useEffect(() => (isLater ? undefined : whenIdle(() => startTransition(() => setLater(true)))), [isLater])
  return isNow || isLater
}

/** The part that was looked for; null while it is not there. */
function idOfFound(parts: Part[], found: number | undefined): string | null | undefined {
  if (found === undefined) return undefined
  const isIt = ({ id }: Part) => (found === 0 ? id.startsWith('source-') : id === String(found))
  return parts.find(isIt)?.id ?? null
}

/** What was looked for is given up where it is not there, which is said, and by whoever writes: they see what they wrote. */
function useLeaving(
  onNewest: () => void,
  { isGone, isWriting }: { isGone: boolean; isWriting: boolean },
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: each is told once
  useEffect(() => {
    if (isGone) toast({ title: t('inbox.partGone') })
    if (isGone || isWriting) onNewest()
  }, [isGone, isWriting])
}
