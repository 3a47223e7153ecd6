import { useLayoutEffect, useRef } from 'preact/hooks'
import { t } from '../text/t.ts'
import type { SentFile } from './files.ts'
import { Icon } from './icon.tsx'

/** The files that will go along, each of which can be taken away: the focus goes to the next, or out of an empty list. */
export function Chips({
  files,
  onRemove,
  onEmpty,
}: {
  files: SentFile[]
  onRemove: (left: SentFile[]) => void
  /** The last one was taken away. */
  onEmpty: () => void
}) {
  const list = useRef<HTMLUListElement>(null)
  const removed = useRef<number>(undefined)
  useLayoutEffect(() => {
    if (removed.current === undefined) return
    const next = list.current?.querySelectorAll('button')[Math.min(removed.current, files.length - 1)]
    removed.current = undefined
    if (next) next.focus()
    else onEmpty()
  }, [files])
  if (files.length === 0) return null
  return (
    <ul class="chips" ref={list}>
      {files.map((file, at) => (
        <li key={`${file.name} ${at}`}>
          <span dir="auto">{file.name}</span>
          <button
            type="button"
            aria-label={t('remove', { name: file.name })}
            onClick={() => {
              removed.current = at
              onRemove(files.filter(each => each !== file))
            }}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  )
}
