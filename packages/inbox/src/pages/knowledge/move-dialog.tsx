import { Folder } from 'lucide-react'
import type { Tree } from '../../data/knowledge.ts'
import { t } from '../../text/t.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { choiceClass } from '../../ui/popup.ts'
import { nameOf, type Row, rowsOf } from './tree-rows.ts'

/** Where something goes instead: every collection it can be in. */
export function MoveDialog({
  row,
  tree,
  onMove,
  onClose,
}: {
  row: Row
  tree: Tree
  onMove: (parent: string | null) => void
  onClose: () => void
}) {
  const siteId = row.kind === 'collection' ? row.shelf.help_center_id : undefined
  const all = tree.sites
    .filter(({ id }) => siteId === undefined || id === siteId)
    .flatMap(({ id }) => rowsOf(tree, { siteId: id, closed: new Set(), shows: () => false }))
  const inside = new Set([row.kind === 'collection' ? row.id : ''])
  const places = all.filter(each => {
    const isInside = inside.has(each.id) || (each.parent !== null && inside.has(each.parent))
    if (isInside) inside.add(each.id)
    return !isInside
  })
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('knowledge.moveTitle', { name: nameOf(row) })}
      closeLabel={t('app.close')}
      width="sm"
    >
      <ul className="max-h-80 overflow-y-auto">
        <li>
          <button
            type="button"
            disabled={row.parent === null}
            onClick={() => onMove(null)}
            className={`${choiceClass} w-full text-soft hover:bg-hover disabled:opacity-50`}
          >
            {t(row.kind === 'article' ? 'knowledge.inNone' : 'knowledge.top')}
          </button>
        </li>
        {places.map(place => (
          <li key={place.key}>
            <button
              type="button"
              disabled={place.id === row.parent}
              onClick={() => onMove(place.id)}
              style={{ paddingInlineStart: 8 + place.depth * 18 }}
              className={`${choiceClass} w-full text-start hover:bg-hover disabled:opacity-50`}
            >
              <Folder size={14} aria-hidden="true" className="shrink-0 text-accent" />
              <span className="truncate">{nameOf(place)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
