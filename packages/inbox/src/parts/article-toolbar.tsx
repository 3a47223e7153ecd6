import type { Editor } from '@tiptap/react'
import {
  Heading2,
  Heading3,
  ImagePlus,
  Info,
  type LucideIcon,
  Minus,
  Redo2,
  SquareCode,
  Strikethrough,
  Undo2,
} from 'lucide-react'
import { useRef } from 'react'
import { type PlainKey, t } from '../text/t.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { chain, LinkTool, on, TOOLS, type Tool, ToolButton } from './editor-tools.tsx'
import { TableTool, TableTools } from './table-tools.tsx'

const heading = (level: 2 | 3, label: PlainKey, icon: LucideIcon): Tool => ({
  ...{ label, icon, run: editor => chain(editor).toggleHeading({ level }).run() },
  isOn: editor => editor.isActive('heading', { level }),
})

const GROUPS: Tool[][] = [
  [heading(2, 'knowledge.heading', Heading2), heading(3, 'knowledge.subheading', Heading3)],
  [
    TOOLS.bold,
    TOOLS.italic,
    {
      ...{ label: 'knowledge.strike', icon: Strikethrough, isOn: on('strike') },
      run: editor => chain(editor).toggleStrike().run(),
    },
    TOOLS.code,
  ],
  [
    TOOLS.list,
    TOOLS.numberedList,
    TOOLS.quote,
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
    <TableTool editor={editor} />
    <span className="flex-1" />
    <ToolButton
      editor={editor}
      tool={{ label: 'app.undo', keys: 'mod+z', icon: Undo2, run: of => chain(of).undo().run() }}
    />
    <ToolButton
      editor={editor}
      tool={{ label: 'knowledge.redo', keys: 'mod+shift+z', icon: Redo2, run: of => chain(of).redo().run() }}
    />
    <TableTools editor={editor} />
  </div>
)

function ImageTool({ onFiles }: { onFiles: (files: Iterable<File>) => void }) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <input
        ref={input}
        type="file"
        accept="image/png,image/jpeg,image/gif,image/webp"
        multiple
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
