import type { Editor } from '@tiptap/react'
import { Bold, Code, Italic, Link2, List, ListOrdered, type LucideIcon, Quote } from 'lucide-react'
import { useState } from 'react'
import { type PlainKey, t } from '../text/t.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Field } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Input } from '../ui/input.tsx'
import { Popover } from '../ui/popover.tsx'

/** Something that a button does to the words of an editor. */
export interface Tool {
  label: PlainKey
  keys?: string
  icon: LucideIcon
  run: (editor: Editor) => void
  /** Whether it holds where the caret is; without it, it is done and over. */
  isOn?: (editor: Editor) => boolean
}

export const chain = (editor: Editor) => editor.chain().focus()

/** Whether a mark or node of a name holds where the caret is. */
export const on =
  (name: string) =>
  (editor: Editor): boolean =>
    editor.isActive(name)

/** What every editor offers. */
export const TOOLS = {
  bold: {
    ...{ label: 'inbox.bold', keys: 'mod+b', icon: Bold, isOn: on('bold') },
    run: editor => chain(editor).toggleBold().run(),
  },
  italic: {
    ...{ label: 'inbox.italic', keys: 'mod+i', icon: Italic, isOn: on('italic') },
    run: editor => chain(editor).toggleItalic().run(),
  },
  code: {
    ...{ label: 'inbox.code', icon: Code, isOn: on('code') },
    run: editor => chain(editor).toggleCode().run(),
  },
  list: {
    ...{ label: 'inbox.list', icon: List, isOn: on('bulletList') },
    run: editor => chain(editor).toggleBulletList().run(),
  },
  numberedList: {
    ...{ label: 'inbox.numberedList', icon: ListOrdered, isOn: on('orderedList') },
    run: editor => chain(editor).toggleOrderedList().run(),
  },
  quote: {
    ...{ label: 'inbox.quote', icon: Quote, isOn: on('blockquote') },
    run: editor => chain(editor).toggleBlockquote().run(),
  },
} as const satisfies Record<string, Tool>

export function ToolButton({ editor, tool }: { editor: Editor | null; tool: Tool }) {
  const { label, keys, icon: Icon, run, isOn } = tool
  const isActive = (editor && isOn?.(editor)) ?? false
  return (
    <IconButton
      size="sm"
      label={t(label)}
      keys={keys}
      icon={<Icon size={15} aria-hidden="true" />}
      {...(isOn && { 'aria-pressed': isActive })}
      className={cx(isActive && 'bg-pressed text-ink')}
      onClick={() => editor && run(editor)}
    />
  )
}

/** Asks where the words lead; an empty address takes the link away. */
export function LinkTool({ editor, side }: { editor: Editor | null; side?: 'top' | 'bottom' }) {
  const [isOpen, setOpen] = useState(false)
  const set = (href: string) => {
    setOpen(false)
    const link = editor && chain(editor).extendMarkRange('link')
    if (href.trim() === '') link?.unsetLink().run()
    else link?.setLink({ href: /^\w+:/.test(href) ? href : `https://${href}` }).run()
  }
  return (
    <Popover
      label={t('inbox.link')}
      open={isOpen}
      onOpenChange={setOpen}
      {...(side && { side })}
      className="w-72"
      trigger={<IconButton size="sm" label={t('inbox.link')} icon={<Link2 size={15} aria-hidden="true" />} />}
    >
      <form
        className="flex items-end gap-2"
        onSubmit={event => {
          event.preventDefault()
          set(String(new FormData(event.currentTarget).get('href') ?? ''))
        }}
      >
        <Field label={t('inbox.linkAddress')} className="flex-1">
          <Input name="href" defaultValue={String(editor?.getAttributes('link')['href'] ?? '')} />
        </Field>
        <Button type="submit" look="primary">
          {t('inbox.linkSet')}
        </Button>
      </form>
    </Popover>
  )
}
