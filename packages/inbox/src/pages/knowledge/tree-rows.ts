import type { Leaf, Shelf, Tree } from '../../data/knowledge.ts'

/** A line of the tree, by its kind and how deep it lies. */
export type Row =
  | {
      kind: 'collection'
      key: string
      id: string
      parent: string | null
      depth: number
      shelf: Shelf
      size: number
    }
  | { kind: 'article'; key: string; id: string; parent: string | null; depth: number; leaf: Leaf }

/** What of the tree is shown: collections before what is in them, and at the end what is in none. */
export function rowsOf(
  tree: Tree,
  { siteId, closed, shows }: { siteId: string; closed: ReadonlySet<string>; shows: (leaf: Leaf) => boolean },
): Row[] {
  const shelves = tree.collections.filter(shelf => shelf.help_center_id === siteId)
  const inside = Map.groupBy(shelves, shelf => shelf.parent_id)
  const leaves = new Map(tree.articles.map(leaf => [leaf.id, leaf]))
  const placed = new Map(tree.places.map(place => [place.collection_id, place.article_ids]))
  const leavesOf = (id: string): Leaf[] =>
    (placed.get(id) ?? []).flatMap(each => leaves.get(each) ?? []).filter(shows)
  const sizeOf = (id: string): number =>
    (inside.get(id) ?? []).reduce((sum, shelf) => sum + sizeOf(shelf.id), leavesOf(id).length)
  const below = (parent: string | null, depth: number): Row[] =>
    (inside.get(parent) ?? []).flatMap((shelf): Row[] => {
      const { id } = shelf
      const head: Row = { kind: 'collection', key: `c${id}`, id, parent, depth, shelf, size: sizeOf(id) }
      if (closed.has(id)) return [head]
      return [head, ...below(id, depth + 1), ...leavesOf(id).map(leaf => rowOf(leaf, id, depth + 1))]
    })
  return below(null, 0)
}

/** The articles that are in no collection. */
export const looseOf = (tree: Tree, shows: (leaf: Leaf) => boolean): Row[] =>
  tree.articles
    .filter(leaf => leaf.collection_ids.length === 0 && shows(leaf))
    .map(leaf => rowOf(leaf, null, 0))

const rowOf = (leaf: Leaf, parent: string | null, depth: number): Row => ({
  ...{ kind: 'article', key: `${parent === null ? 'a' : `c${parent}a`}${leaf.id}`, id: leaf.id },
  ...{ parent, depth, leaf },
})

export const nameOf = (row: Row): string => (row.kind === 'collection' ? row.shelf.name : row.leaf.title)

/** Where something goes that is dropped: under which collection, before which of its kind. */
export interface Place {
  parent: string | null
  before: string | null
}

/** Where a row lands that is dragged over another, so far to the side. Undefined where it cannot be. */
export function landingOf(
  rows: Row[],
  { active, over, indents }: { active: string; over: string; indents: number },
): (Place & { depth: number }) | undefined {
  const from = rows.findIndex(row => row.key === active)
  const to = rows.findIndex(row => row.key === over)
  const row = rows[from]
  if (!row || to === -1) return undefined
  const moved = rows.toSpliced(from, 1).toSpliced(to, 0, row)
  const above = moved[to - 1]
  const below = moved[to + 1]
  const deepest = above ? above.depth + (above.kind === 'collection' ? 1 : 0) : 0
  const shallowest = row.kind === 'article' ? 1 : Math.min(below?.depth ?? 0, deepest)
  const depth = Math.max(shallowest, Math.min(deepest, row.depth + indents))
  if (row.kind === 'article' && deepest === 0) return undefined
  const parent = parentAt(moved.slice(0, to), Math.min(depth, deepest))
  const before = moved.slice(to + 1).find(each => each.kind === row.kind && each.parent === parent)
  return { parent, before: before?.id ?? null, depth }
}

/** The collection that a row of some depth lies in, by what stands above it. */
function parentAt(above: Row[], depth: number): string | null {
  const holder = above.findLast(row => row.kind === 'collection' && row.depth === depth - 1)
  return holder?.id ?? null
}

/** Where a row goes by a press of an arrow: among its siblings, into the collection before it, or out of its own. */
export function stepOf(rows: Row[], row: Row, way: 'up' | 'down' | 'in' | 'out'): Place | undefined {
  const siblings = rows.filter(each => each.kind === row.kind && each.parent === row.parent)
  const at = siblings.indexOf(row)
  if (way === 'up') return at > 0 ? { parent: row.parent, before: siblings[at - 1]?.id ?? null } : undefined
  if (way === 'down')
    return at < siblings.length - 1 ? { parent: row.parent, before: siblings[at + 2]?.id ?? null } : undefined
  if (way === 'out') {
    const holder = rows.find(each => each.kind === 'collection' && each.id === row.parent)
    if (!holder || (row.kind === 'article' && holder.parent === null)) return undefined
    const uncles = rows.filter(each => each.kind === row.kind && each.parent === holder.parent)
    const next = row.kind === 'collection' ? uncles[uncles.indexOf(holder) + 1] : undefined
    return { parent: holder.parent, before: next?.id ?? null }
  }
  const shelves = rows.filter(each => each.kind === 'collection' && each.parent === row.parent)
  const into = row.kind === 'collection' ? shelves[shelves.indexOf(row) - 1] : shelves.at(-1)
  return into && { parent: into.id, before: null }
}
