import { mergeAttributes, Node } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import {
  addColumnAfter,
  addRowAfter,
  deleteColumn,
  deleteRow,
  goToNextCell,
  isInTable,
  tableEditing,
} from '@tiptap/pm/tables'
import type { Editor } from '@tiptap/react'

/** What each node is to the library that edits tables. */
const ROLES: Record<string, string> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
}

/** Whatever an article holds, but for tables within tables. */
const CELL_CONTENT =
  '(paragraph | heading | bulletList | orderedList | blockquote | codeBlock | image | horizontalRule | callout | kept)+'

const spans = () => ({
  colspan: span('colspan'),
  rowspan: span('rowspan'),
  colwidth: { default: null, rendered: false },
})

const span = (name: 'colspan' | 'rowspan') => ({
  default: 1,
  parseHTML: (element: HTMLElement) => Math.max(1, Number(element.getAttribute(name)) || 1),
  renderHTML: (attributes: Record<string, unknown>) =>
    attributes[name] === 1 ? {} : { [name]: attributes[name] },
})

const cell = (name: string, tag: 'td' | 'th') =>
  Node.create({
    name,
    content: CELL_CONTENT,
    isolating: true,
    addAttributes: spans,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
  })

const Row = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)*',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', mergeAttributes(HTMLAttributes), 0],
})

/** A table that is written in. One with another inside is not, and stays as it is: see `Kept`. */
const Table = Node.create({
  name: 'table',
  // Its keys come before those of what is in its cells.
  priority: 150,
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => ({ class: { default: null }, dir: { default: null } }),
  extendNodeSchema: ({ name }) => ({ tableRole: ROLES[name] }),
  parseHTML: () => [{ tag: 'table', getAttrs: element => (isNested(element) ? false : null) }],
  renderHTML: ({ HTMLAttributes }) => ['table', mergeAttributes(HTMLAttributes), ['tbody', 0]],
  addProseMirrorPlugins: () => [tableEditing()],
  addKeyboardShortcuts() {
    const { editor } = this
    const within = (command: Command) => () => isInTable(editor.state) && does(editor, command)
    return {
      Tab: within(toNextCell),
      'Shift-Tab': within(goToNextCell(-1)),
      'Mod-Enter': within(addRowAfter),
      'Mod-Shift-Enter': within(addColumnAfter),
      'Mod-Shift-Backspace': within(deleteRow),
      'Mod-Alt-Backspace': within(deleteColumn),
    }
  },
})

/** Whether a table has another inside. */
export const isNested = (element: HTMLElement): boolean => element.querySelector('table') !== null

/** The table, its rows and both kinds of cells. */
export const tables = [Table, Row, cell('tableCell', 'td'), cell('tableHeader', 'th')]

/** HTML in which cells of one paragraph hold its words alone, as other tools write them. */
export const plainCells = (html: string): string => html.replaceAll(ONE_PARAGRAPH, '<$1$2>$3</$1>')

const ONE_PARAGRAPH = /<(td|th)([^<>]*)><p>((?:(?!<\/?p\b).)*)<\/p><\/\1>/gs

/** Something done to the table that the caret is in. */
export type Command = typeof addRowAfter

export const does = (editor: Editor, command: Command): boolean =>
  command(editor.state, transaction => editor.view.dispatch(transaction))

/** Out of the last cell it goes on in a new row. */
const toNextCell: Command = (state, dispatch) => {
  if (goToNextCell(1)(state, dispatch)) return true
  let next = state
  return (
    addRowAfter(state, transaction => {
      next = state.apply(transaction)
      dispatch?.(transaction)
    }) && goToNextCell(1)(next, dispatch)
  )
}

const SIDE = 3

/** Puts a table of three by three with a row of heads where the caret is, and the caret in it. */
export function insertTable(editor: Editor): void {
  const { tableHeader, tableCell } = editor.schema.nodes
  const row = (type: typeof tableCell) =>
    editor.schema.nodes['tableRow']?.create(
      null,
      Array.from({ length: SIDE }, () => type?.createAndFill()).flatMap(each => each ?? []),
    )
  const rows = [tableHeader, tableCell, tableCell].flatMap(type => row(type) ?? [])
  const table = editor.schema.nodes['table']?.create(null, rows)
  if (!table) return
  const { tr } = editor.state
  const within = tr.selection.from + 1
  tr.replaceSelectionWith(table)
  tr.setSelection(TextSelection.near(tr.doc.resolve(within))).scrollIntoView()
  editor.view.dispatch(tr)
  editor.view.focus()
}
