import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  PointerSensor,
  useSensor,
  useSensors,
} from '@dnd-kit/core'
import { arrayMove, SortableContext, useSortable, verticalListSortingStrategy } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import { GripVertical } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { t } from '../text/t.ts'
import { cx } from '../ui/cx.ts'

/** Nothing is said of a drag but where it ends, which is said for the keys too. */
const SILENT = {
  onDragStart: () => undefined,
  onDragOver: () => undefined,
  onDragEnd: () => undefined,
  onDragCancel: () => undefined,
}

/** A list whose order means something: rows are dragged by their handle, or moved by the arrow keys on it. */
export function SortableList<Row extends { id: string }>({
  label,
  rows,
  nameOf,
  onOrder,
  children,
}: {
  label: string
  rows: readonly Row[]
  nameOf: (row: Row) => string
  /** The ids in their new order. */
  onOrder: (ids: string[]) => void
  children: (row: Row) => ReactNode
}) {
  const [said, say] = useState('')
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))
  const ids = rows.map(({ id }) => id)
  const move = (from: number, to: number) => {
    const row = rows[from]
    if (!row || from === to || to < 0 || to >= rows.length) return
    onOrder(arrayMove(ids, from, to))
    say(t('settings.movedTo', { name: nameOf(row), place: to + 1, count: rows.length }))
  }
  const drop = ({ active, over }: DragEndEvent) =>
    over && move(ids.indexOf(String(active.id)), ids.indexOf(String(over.id)))
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={drop}
      accessibility={{
        announcements: SILENT,
        screenReaderInstructions: { draggable: t('settings.moveHint') },
      }}
    >
      <SortableContext items={ids} strategy={verticalListSortingStrategy}>
        <ul aria-label={label}>
          {rows.map((row, at) => (
            <SortableRow key={row.id} id={row.id} name={nameOf(row)} onStep={step => move(at, at + step)}>
              {children(row)}
            </SortableRow>
          ))}
        </ul>
      </SortableContext>
      <p aria-live="polite" className="sr-only">
        {said}
      </p>
    </DndContext>
  )
}

function SortableRow({
  id,
  name,
  onStep,
  children,
}: {
  id: string
  name: string
  onStep: (step: 1 | -1) => void
  children: ReactNode
}) {
  const { setNodeRef, setActivatorNodeRef, listeners, transform, transition, isDragging } = useSortable({
    id,
  })
  return (
    <li
      ref={setNodeRef}
      style={{ transform: CSS.Translate.toString(transform), transition }}
      className={cx(
        'flex items-center gap-2 border-line border-b bg-surface',
        isDragging && 'relative z-10 rounded-md shadow-md',
      )}
    >
      <button
        ref={setActivatorNodeRef}
        type="button"
        {...listeners}
        aria-label={t('settings.move', { name })}
        title={t('settings.moveHint')}
        onKeyDown={event => {
          const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined
          if (step === undefined) return
          event.preventDefault()
          onStep(step)
        }}
        className="flex h-9 w-6 shrink-0 cursor-grab touch-none items-center justify-center rounded-sm text-faint hover:bg-hover hover:text-ink"
      >
        <GripVertical size={15} aria-hidden="true" />
      </button>
      <div className="min-w-0 flex-1">{children}</div>
    </li>
  )
}
