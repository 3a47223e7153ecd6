import {
  addColumnAfter,
  addColumnBefore,
  addRowAfter,
  addRowBefore,
  deleteColumn,
  deleteRow,
  deleteTable,
  isInTable,
  toggleHeaderRow,
} from '@tiptap/pm/tables'
import type { Editor } from '@tiptap/react'
import {
  BetweenHorizontalEnd,
  BetweenHorizontalStart,
  BetweenVerticalEnd,
  BetweenVerticalStart,
  type LucideIcon,
  PanelTop,
  Table2,
  Trash2,
  X,
} from 'lucide-react'
import { type PlainKey, t } from '../text/t.ts'
import { type Command, does, insertTable } from './article-tables.ts'
import { chain, type Tool, ToolButton } from './editor-tools.tsx'

const INSERT: Tool = {
  label: 'knowledge.table',
  icon: Table2,
  run: editor => !isInTable(editor.state) && insertTable(editor),
}

/** Begins a table. */
export const TableTool = ({ editor }: { editor: Editor | null }) => (
  <ToolButton editor={editor} tool={INSERT} />
)

const tool = (label: PlainKey, icon: LucideIcon, command: Command, keys?: string): Tool => ({
  ...{ label, icon, ...(keys !== undefined && { keys }) },
  run: editor => {
    chain(editor).run()
    does(editor, command)
  },
})

const GROUPS: { says?: PlainKey; tools: Tool[] }[] = [
  {
    says: 'knowledge.row',
    tools: [
      tool('knowledge.rowAbove', BetweenHorizontalStart, addRowBefore),
      tool('knowledge.rowBelow', BetweenHorizontalEnd, addRowAfter, 'mod+enter'),
      tool('knowledge.deleteRow', X, deleteRow, 'mod+shift+backspace'),
    ],
  },
  {
    says: 'knowledge.column',
    tools: [
      tool('knowledge.columnBefore', BetweenVerticalStart, addColumnBefore),
      tool('knowledge.columnAfter', BetweenVerticalEnd, addColumnAfter, 'mod+shift+enter'),
      tool('knowledge.deleteColumn', X, deleteColumn, 'mod+alt+backspace'),
    ],
  },
  {
    tools: [
      tool('knowledge.headerRow', PanelTop, toggleHeaderRow),
      tool('knowledge.deleteTable', Trash2, deleteTable),
    ],
  },
]

/** What can be done to the table that the caret is in; nothing where it is in none. */
export function TableTools({ editor }: { editor: Editor | null }) {
  if (!editor || !isInTable(editor.state)) return null
  return (
    <fieldset
      aria-label={t('knowledge.table')}
      className="flex basis-full flex-wrap items-center gap-x-3 pt-1"
    >
      {GROUPS.map(({ says, tools }) => (
        <span key={tools[0]?.label} className="flex items-center gap-0.5">
          {says && <span className="me-1 text-faint text-sm">{t(says)}</span>}
          {tools.map(each => (
            <ToolButton key={each.label} editor={editor} tool={each} />
          ))}
        </span>
      ))}
    </fieldset>
  )
}
