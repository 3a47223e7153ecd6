import type { Editor } from '@tiptap/react'
import { t } from '../text/t.ts'
import { LinkTool, TOOLS, ToolButton } from './editor-tools.tsx'

const FORMATS = [TOOLS.bold, TOOLS.italic, TOOLS.list, TOOLS.numberedList, TOOLS.quote, TOOLS.code]

/** How the words look. A phone has no room for them, and few write code there. */
export const FormatButtons = ({ editor }: { editor: Editor | null }) => (
  <fieldset aria-label={t('inbox.format')} className="flex gap-0.5 max-md:hidden">
    {FORMATS.map(tool => (
      <ToolButton key={tool.label} editor={editor} tool={tool} />
    ))}
    <LinkTool editor={editor} side="top" />
  </fieldset>
)
