import { Paperclip, X } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import type { NewReply } from '../../data/replies.ts'
import { fileSize } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { toast } from '../../ui/toast.tsx'

type NewFile = NewReply['files'][number]

/** What the API takes of one file. */
const LARGEST = 40_000_000

/** The files that will go along, by picking, dropping or pasting. */
export function useFiles() {
  const [all, set] = useState<NewFile[]>([])
  const add = async (files: Iterable<File>) => {
    const read = await Promise.all([...files].filter(isSmallEnough).map(readFile))
    set(before => [...before, ...read])
  }
  const take = (event: { preventDefault(): void }, transfer: DataTransfer | null) => {
    if (!transfer || transfer.files.length === 0) return
    event.preventDefault()
    void add(transfer.files)
  }
  return {
    all,
    set,
    add,
    remove: (file: NewFile) => set(before => before.filter(each => each !== file)),
    onDrop: (event: React.DragEvent) => take(event, event.dataTransfer),
    onPaste: (event: React.ClipboardEvent) => take(event, event.clipboardData),
  }
}

function isSmallEnough(file: File): boolean {
  if (file.size <= LARGEST) return true
  toast({ title: t('inbox.tooLarge', { name: file.name, size: fileSize(LARGEST) }), failed: true })
  return false
}

async function readFile(file: File): Promise<NewFile> {
  const url = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
  return {
    name: file.name || 'file',
    content_type: file.type || 'application/octet-stream',
    data: url.slice(url.indexOf(',') + 1),
  }
}

/** The files, each of which can be taken away: the focus goes to the next, or out of an empty list. */
export function FileChips({
  files,
  onRemove,
  onEmpty,
}: {
  files: NewFile[]
  onRemove: (file: NewFile) => void
  /** The last one was taken away. */
  onEmpty: () => void
}) {
  const list = useRef<HTMLUListElement>(null)
  const removed = useRef<number>(undefined)
  const leave = useRef(onEmpty)
  leave.current = onEmpty
  useLayoutEffect(() => {
    if (removed.current === undefined) return
    const next = list.current?.querySelectorAll('button')[Math.min(removed.current, files.length - 1)]
    removed.current = undefined
    if (next) next.focus()
    else leave.current()
  }, [files])
  if (files.length === 0) return null
  return (
    <ul ref={list} className="flex flex-wrap gap-1.5 px-4 py-1.5">
      {files.map((file, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be attached twice
          key={at}
          className="flex h-7 max-w-64 items-center gap-1.5 rounded-md border border-line bg-surface ps-2 text-sm"
        >
          <Paperclip size={12} aria-hidden="true" className="shrink-0 text-faint" />
          <span className="truncate">{file.name}</span>
          <button
            type="button"
            aria-label={t('inbox.removeFile', { name: file.name })}
            onClick={() => {
              removed.current = at
              onRemove(file)
            }}
            className="flex size-6.5 items-center justify-center rounded-md text-faint hover:bg-hover hover:text-ink"
          >
            <X size={12} aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  )
}
