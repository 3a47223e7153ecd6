import type { Editor } from '@tiptap/react'
import {
  Bold,
  Code,
  Heading2,
  Heading3,
  ImagePlus,
  Info,
  Italic,
  Link2,
  List,
  ListOrdered,
  type LucideIcon,
  Minus,
  Quote,
  Redo2,
  SquareCode,
  Strikethrough,
  Undo2,
} from 'lucide-react'
import { useRef, useState } from 'react'
import { type PlainKey, t } from '../text/t.ts'
import { Button } from '../ui/button.tsx'
import { cx } from '../ui/cx.ts'
import { Field } from '../ui/field.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Input } from '../ui/input.tsx'
import { Popover } from '../ui/popover.tsx'

interface Tool {
  label: PlainKey
  keys?: string
  icon: LucideIcon
  run: (editor: Editor) => void
  isOn?: (editor: Editor) => boolean
}

const chain = (editor: Editor) => editor.chain().focus()

const heading = (level: 2 | 3, label: PlainKey, icon: LucideIcon): Tool => ({
  ...{ label, icon, run: editor => chain(editor).toggleHeading({ level }).run() },
  isOn: editor => editor.isActive('heading', { level }),
})

const on =
  (name: string) =>
  (editor: Editor): boolean =>
    editor.isActive(name)

const GROUPS: Tool[][] = [
  [heading(2, 'knowledge.heading', Heading2), heading(3, 'knowledge.subheading', Heading3)],
  [
    {
      ...{ label: 'inbox.bold', keys: 'mod+b', icon: Bold, isOn: on('bold') },
      run: editor => chain(editor).toggleBold().run(),
    },
    {
      ...{ label: 'inbox.italic', keys: 'mod+i', icon: Italic, isOn: on('italic') },
      run: editor => chain(editor).toggleItalic().run(),
    },
    {
      ...{ label: 'knowledge.strike', icon: Strikethrough, isOn: on('strike') },
      run: editor => chain(editor).toggleStrike().run(),
    },
    {
      ...{ label: 'inbox.code', icon: Code, isOn: on('code') },
      run: editor => chain(editor).toggleCode().run(),
    },
  ],
  [
    {
      ...{ label: 'inbox.list', icon: List, isOn: on('bulletList') },
      run: editor => chain(editor).toggleBulletList().run(),
    },
    {
      ...{ label: 'inbox.numberedList', icon: ListOrdered, isOn: on('orderedList') },
      run: editor => chain(editor).toggleOrderedList().run(),
    },
    {
      ...{ label: 'inbox.quote', icon: Quote, isOn: on('blockquote') },
      run: editor => chain(editor).toggleBlockquote().run(),
    },
    {
      ...{ label: 'knowledge.callout', icon: Info, isOn: on('callout') },
      run: editor =>
        editor.isActive('callout')
          ? chain(editor).lift('callout').run()
          : chain(editor).wrapIn('callout').run(),
    },
    {
      ...{ label: 'knowledge.codeBlock', icon: SquareCode, isOn: on('codeBlock') },
      run: editor => chain(editor).toggleCodeBlock().run(),
    },
    { label: 'knowledge.rule', icon: Minus, run: editor => chain(editor).setHorizontalRule().run() },
  ],
]

/** How an article's words look, and what else is put among them. */
export const ArticleToolbar = ({
  editor,
  onFiles,
}: {
  editor: Editor | null
  onFiles: (files: Iterable<File>) => void
}) => (
  <div
    role="toolbar"
    aria-label={t('inbox.format')}
    className="sticky top-0 z-10 -mx-2 mb-3 flex flex-wrap items-center gap-0.5 border-line border-b bg-surface px-2 py-1.5"
  >
    {GROUPS.map(tools => (
      <span key={tools[0]?.label} className="flex gap-0.5 border-line border-e pe-1 me-0.5">
        {tools.map(tool => (
          <ToolButton key={tool.label} editor={editor} tool={tool} />
        ))}
      </span>
    ))}
    <LinkTool editor={editor} />
    <ImageTool onFiles={onFiles} />
    <span className="flex-1" />
    <ToolButton
      editor={editor}
      tool={{ label: 'app.undo', keys: 'mod+z', icon: Undo2, run: of => chain(of).undo().run() }}
    />
    <ToolButton
      editor={editor}
      tool={{ label: 'knowledge.redo', keys: 'mod+shift+z', icon: Redo2, run: of => chain(of).redo().run() }}
    />
  </div>
)

function ToolButton({ editor, tool }: { editor: Editor | null; tool: Tool }) {
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

function LinkTool({ editor }: { editor: Editor | null }) {
  const [isOpen, setOpen] = useState(false)
  const set = (href: string) => {
    setOpen(false)
    const link = editor?.chain().focus().extendMarkRange('link')
    if (href.trim() === '') link?.unsetLink().run()
    else link?.setLink({ href: /^\w+:/.test(href) ? href : `https://${href}` }).run()
  }
  return (
    <Popover
      label={t('inbox.link')}
      open={isOpen}
      onOpenChange={setOpen}
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

function ImageTool({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        hidden
        aria-label={t('knowledge.image')}
        onChange={event => {
          onFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <IconButton
        size="sm"
        label={t('knowledge.image')}
        icon={<ImagePlus size={15} aria-hidden="true" />}
        onClick={() => input.current?.click()}
      />
    </>
  )
}
