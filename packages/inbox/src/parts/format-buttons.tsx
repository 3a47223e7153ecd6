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

interface Format {
  mark: string
  label: PlainKey
  keys?: string
  icon: LucideIcon
  toggle: (editor: Editor) => void
}

const FORMATS: Format[] = [
  {
    ...{ mark: 'bold', label: 'inbox.bold', keys: 'mod+b', icon: Bold },
    toggle: editor => editor.chain().focus().toggleBold().run(),
  },
  {
    ...{ mark: 'italic', label: 'inbox.italic', keys: 'mod+i', icon: Italic },
    toggle: editor => editor.chain().focus().toggleItalic().run(),
  },
  {
    ...{ mark: 'bulletList', label: 'inbox.list', icon: List },
    toggle: editor => editor.chain().focus().toggleBulletList().run(),
  },
  {
    ...{ mark: 'orderedList', label: 'inbox.numberedList', icon: ListOrdered },
    toggle: editor => editor.chain().focus().toggleOrderedList().run(),
  },
  {
    ...{ mark: 'blockquote', label: 'inbox.quote', icon: Quote },
    toggle: editor => editor.chain().focus().toggleBlockquote().run(),
  },
  {
    ...{ mark: 'code', label: 'inbox.code', icon: Code },
    toggle: editor => editor.chain().focus().toggleCode().run(),
  },
]

/** How the words look. A phone has no room for them, and few write code there. */
export const FormatButtons = ({ editor }: { editor: Editor | null }) => (
  <fieldset aria-label={t('inbox.format')} className="flex gap-0.5 max-md:hidden">
    {FORMATS.map(({ mark, label, keys, icon: Icon, toggle }) => (
      <IconButton
        key={mark}
        size="sm"
        label={t(label)}
        keys={keys}
        icon={<Icon size={15} aria-hidden="true" />}
        aria-pressed={editor?.isActive(mark) ?? false}
        className={cx(editor?.isActive(mark) && 'bg-pressed text-ink')}
        onClick={() => editor && toggle(editor)}
      />
    ))}
    <LinkButton editor={editor} />
  </fieldset>
)

function LinkButton({ editor }: { editor: Editor | null }) {
  const [isOpen, setOpen] = useState(false)
  const set = (href: string) => {
    setOpen(false)
    const chain = editor?.chain().focus().extendMarkRange('link')
    if (href.trim() === '') chain?.unsetLink().run()
    else chain?.setLink({ href: /^\w+:/.test(href) ? href : `https://${href}` }).run()
  }
  return (
    <Popover
      label={t('inbox.link')}
      open={isOpen}
      onOpenChange={setOpen}
      side="top"
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
