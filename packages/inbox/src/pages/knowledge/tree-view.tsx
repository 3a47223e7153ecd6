import {
  DndContext,
  type DragEndEvent,
  PointerSensor,
  pointerWithin,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { SortableContext, useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { Link } from '@tanstack/react-router'
import { ChevronRight, FileText, Folder, GripVertical } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { usePlaceArticle, usePlaceCollection } from '../../data/knowledge.ts'
import { number, shortAgo } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { cx } from '../../ui/cx.ts'
import { LeafBadges } from './leaf-badges.tsx'
import { landingOf, nameOf, type Place, type Row, stepOf } from './tree-rows.ts'

const INDENT = 22

/** Collections and articles as they stand. They are moved by dragging, or with Alt and an arrow. */
export function TreeView({
  label,
  rows,
  isFixed,
  closed,
  onToggle,
  menuOf,
}: {
  label: string
  rows: Row[]
  isFixed: boolean
  closed: ReadonlySet<string>
  onToggle: (id: string) => void
  menuOf: (row: Row) => ReactNode
}) {
  const [told, setTold] = useState('')
  const [focused, setFocused] = useState<string>()
  const placeArticle = usePlaceArticle()
  const placeCollection = usePlaceCollection()
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 5 } }))
  const move = (row: Row, { parent, before }: Place) => {
    if (row.kind === 'article') placeArticle.mutate({ id: row.id, from: row.parent, to: parent, before })
    else placeCollection.mutate({ id: row.id, parent, before })
    const into = rows.find(each => each.kind === 'collection' && each.id === parent)
    setTold(t('knowledge.moved', { name: nameOf(row), into: into ? nameOf(into) : t('knowledge.top') }))
    if (parent !== null && closed.has(parent)) onToggle(parent)
    setFocused(row.kind === 'article' ? `c${parent}a${row.id}` : row.key)
  }
  const onDragEnd = ({ active, over, delta }: DragEndEvent) => {
    const row = rows.find(({ key }) => key === active.id)
    if (!row || !over) return
    const indents = Math.round(delta.x / INDENT)
    const landing = landingOf(visibleBeside(rows, row), {
      ...{ active: row.key, over: String(over.id), indents },
    })
    if (landing && !isSelfOrInside(rows, row, landing.parent)) move(row, landing)
  }
  const current = rows.some(({ key }) => key === focused) ? focused : rows[0]?.key
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const at = rows.findIndex(({ key }) => key === current)
    const row = rows[at]
    const isOnRow = event.target instanceof HTMLElement && event.target.getAttribute('role') === 'treeitem'
    if (!row || !isOnRow) return
    const way = WAYS[event.key]
    if (event.altKey && way) {
      event.preventDefault()
      const place = isFixed ? undefined : stepOf(rows, row, way)
      if (place) move(row, place)
      return
    }
    const next = walk(event, rows, at, closed, onToggle)
    if (next === undefined) return
    event.preventDefault()
    setFocused(next)
    event.currentTarget.querySelector<HTMLElement>(`[data-row="${next}"]`)?.focus()
  }
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={pointerWithin}
      onDragEnd={onDragEnd}
      accessibility={SILENT}
    >
      <SortableContext items={rows.map(({ key }) => key)} strategy={noShift}>
        <div role="tree" aria-label={label} onKeyDown={onKeyDown} className="flex flex-col py-1">
          {rows.map(row => (
            <TreeLine
              key={row.key}
              row={row}
              isFixed={isFixed}
              isOpen={!closed.has(row.id)}
              isCurrent={row.key === current}
              onFocus={() => setFocused(row.key)}
              onToggle={() => onToggle(row.id)}
              menu={menuOf(row)}
            />
          ))}
        </div>
      </SortableContext>
      <p role="status" className="sr-only">
        {told}
      </p>
    </DndContext>
  )
}

const WAYS: Record<string, 'up' | 'down' | 'in' | 'out'> = {
  ...{ ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' },
}

/** What is dragged stays where it is until it is dropped: a line shows where it would go. */
const noShift = () => null

/** What screen readers are told is told by the tree itself. */
const SILENT = {
  announcements: { onDragStart: () => '', onDragOver: () => '', onDragEnd: () => '', onDragCancel: () => '' },
}

/** A collection is dropped among what is not in it. */
const visibleBeside = (rows: Row[], row: Row): Row[] =>
  row.kind === 'article' ? rows : rows.filter(each => each === row || !isSelfOrInside(rows, row, each.parent))

function isSelfOrInside(rows: Row[], row: Row, parent: string | null): boolean {
  if (row.kind === 'article') return false
  for (let at = parent; at !== null; ) {
    if (at === row.id) return true
    const holder = at
    at = rows.find(each => each.kind === 'collection' && each.id === holder)?.parent ?? null
  }
  return false
}

/** The row that an arrow leads to; it opens and closes collections on its way. */
function walk(
  { key }: KeyboardEvent,
  rows: Row[],
  at: number,
  closed: ReadonlySet<string>,
  toggle: (id: string) => void,
): string | undefined {
  const row = rows[at]
  if (!row) return undefined
  const isOpen = row.kind === 'collection' && !closed.has(row.id)
  if (key === 'ArrowDown') return rows[at + 1]?.key
  if (key === 'ArrowUp') return rows[at - 1]?.key
  if (key === 'Home') return rows[0]?.key
  if (key === 'End') return rows.at(-1)?.key
  if (key === 'ArrowRight' && row.kind === 'collection') {
    if (isOpen) return rows[at + 1]?.key
    toggle(row.id)
    return row.key
  }
  if (key === 'ArrowLeft') {
    if (!isOpen) return rows.find(each => each.kind === 'collection' && each.id === row.parent)?.key
    toggle(row.id)
    return row.key
  }
  return undefined
}

function TreeLine({
  row,
  isFixed,
  isOpen,
  isCurrent,
  onFocus,
  onToggle,
  menu,
}: {
  row: Row
  isFixed: boolean
  isOpen: boolean
  isCurrent: boolean
  onFocus: () => void
  onToggle: () => void
  menu: ReactNode
}) {
  const { setNodeRef, setActivatorNodeRef, listeners, transform, isDragging, isOver, isSorting } =
    useSortable({
      id: row.key,
      disabled: isFixed,
    })
  const name = nameOf(row)
  return (
    <div
      ref={setNodeRef}
      role="treeitem"
      data-row={row.key}
      aria-level={row.depth + 1}
      {...(row.kind === 'collection' && { 'aria-expanded': isOpen })}
      tabIndex={isCurrent ? 0 : -1}
      onFocus={event => event.target === event.currentTarget && onFocus()}
      onKeyDown={event => {
        if (event.target !== event.currentTarget || event.key !== 'Enter') return
        if (row.kind === 'collection') onToggle()
        else event.currentTarget.querySelector('a')?.click()
      }}
      style={{
        paddingInlineStart: row.depth * INDENT + 4,
        ...(isDragging && { transform: CSS.Translate.toString(transform) }),
      }}
      className={cx(
        'group relative flex h-10 items-center gap-1 rounded-md pe-1 -outline-offset-2 hover:bg-hover',
        isDragging && 'z-20 bg-raised opacity-90 shadow-md',
        isSorting && isOver && !isDragging && 'shadow-[inset_0_-2px_0_var(--color-focus)]',
      )}
    >
      {!isFixed && (
        <span
          ref={setActivatorNodeRef}
          {...listeners}
          aria-hidden="true"
          className="flex h-8 w-5 shrink-0 cursor-grab touch-none items-center justify-center text-faint opacity-40 group-hover:opacity-100"
        >
          <GripVertical size={14} />
        </span>
      )}
      {row.kind === 'collection' ? (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden="true"
          title={t(isOpen ? 'knowledge.fold' : 'knowledge.unfold', { name })}
          onClick={onToggle}
          className="flex size-7 shrink-0 items-center justify-center rounded-sm text-faint hover:bg-hover hover:text-ink"
        >
          <ChevronRight
            size={15}
            aria-hidden="true"
            className={cx('transition-transform rtl:-scale-x-100', isOpen && 'rotate-90')}
          />
        </button>
      ) : (
        <span className="flex size-7 shrink-0 items-center justify-center text-faint">
          <FileText size={15} aria-hidden="true" />
        </span>
      )}
      {row.kind === 'collection' ? (
        <>
          <Folder size={15} aria-hidden="true" className="shrink-0 text-accent" />
          <button
            type="button"
            tabIndex={-1}
            dir="auto"
            onClick={onToggle}
            className="ms-1 min-w-0 truncate rounded-sm font-medium"
          >
            {name}
          </button>
          <span className="ms-1 shrink-0 text-faint text-sm">{number(row.size)}</span>
          <span className="flex-1" />
        </>
      ) : (
        <>
          <Link
            to="/knowledge/articles/$id"
            params={{ id: row.id }}
            tabIndex={-1}
            dir="auto"
            className="min-w-0 flex-1 truncate rounded-sm"
          >
            {name}
          </Link>
          <LeafBadges leaf={row.leaf} />
          <span className="w-16 shrink-0 text-end text-faint text-sm max-md:hidden">
            {t('knowledge.viewCount', { count: row.leaf.views })}
          </span>
          <span className="w-22 shrink-0 whitespace-nowrap text-end text-faint text-sm max-md:hidden">
            {shortAgo(row.leaf.updated_at)}
          </span>
        </>
      )}
      {menu}
    </div>
  )
}
