import { Link, useNavigate } from '@tanstack/react-router'
import { BookOpen, Ellipsis, ExternalLink, FilePlus2, FolderPlus, Search } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useActions } from '../../actions/actions.ts'
import {
  type Leaf,
  type Tree,
  useCreateArticle,
  useDeleteArticle,
  useDeleteCollection,
  useFoundArticles,
  usePlaceArticle,
  usePlaceCollection,
  useTree,
} from '../../data/knowledge.ts'
import { useMay, useMe } from '../../data/me.ts'
import { saysFor } from '../../data/query.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Input } from '../../ui/input.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx'
import { Select } from '../../ui/select.tsx'
import { Empty, Failure, Skeleton } from '../../ui/states.tsx'
import { CollectionDialog } from './collection-dialog.tsx'
import { LeafBadges } from './leaf-badges.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { looseOf, nameOf, type Row, rowsOf } from './tree-rows.ts'
import { TreeView } from './tree-view.tsx'

const SHOWS = {
  all: () => true,
  published: ({ languages }: Leaf) => languages.some(({ state }) => state === 'published'),
  draft: ({ languages }: Leaf) => languages.some(({ state }) => state === 'draft'),
  changes: ({ languages }: Leaf) => languages.some(each => each.has_unpublished_changes),
}

type Shows = keyof typeof SHOWS

/** The public articles in their collections: found, made, put in order. */
export function ArticlesTab() {
  const tree = useTree()
  if (tree.data) return <Articles tree={tree.data} />
  if (tree.isError)
    return (
      <Failure {...saysFor(tree.error)}>
        <Button onClick={() => void tree.refetch()}>{t('app.retry')}</Button>
      </Failure>
    )
  return (
    <div role="status" aria-label={t('app.loading')} className="flex flex-col gap-3 py-5">
      {['a', 'b', 'c', 'd', 'e', 'f'].map(key => (
        <Skeleton key={key} className="h-6 w-full" />
      ))}
    </div>
  )
}

/** What a dialog is open about. */
type Asking =
  | { kind: 'collection'; id?: string; parent?: string }
  | { kind: 'move'; row: Row }
  | { kind: 'delete'; row: Row }

function Articles({ tree }: { tree: Tree }) {
  const [siteId, setSiteId] = useState(tree.sites.find(site => site.default)?.id ?? tree.sites[0]?.id ?? '')
  const [words, setWords] = useState('')
  const [shows, setShows] = useState<Shows>('all')
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => foldedAtFirst(tree))
  const [asking, setAsking] = useState<Asking>()
  const mayWrite = useMay('read_write_articles_scope')
  const newArticle = useNewArticle()
  const site = tree.sites.find(({ id }) => id === siteId)
  const rows = rowsOf(tree, { siteId, closed, shows: SHOWS[shows] })
  const loose = site?.default ? looseOf(tree, SHOWS[shows]) : []
  const toggle = (id: string) =>
    setClosed(before => new Set(before.has(id) ? [...before].filter(each => each !== id) : [...before, id]))
  useActions(
    mayWrite
      ? [
          {
            ...{ id: 'knowledge-article', label: t('knowledge.newArticle'), group: 'here', keys: 'c' },
            run: () => newArticle(undefined),
          },
          {
            ...{ id: 'knowledge-collection', label: t('knowledge.newCollection'), group: 'here' },
            run: () => setAsking({ kind: 'collection' }),
          },
        ]
      : [],
  )
  const menuOf = (row: Row) =>
    mayWrite ? <RowMenu row={row} onAsk={setAsking} onNewArticle={newArticle} /> : null
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 py-4">
        <div className="min-w-40 flex-1 md:max-w-72">
          <Input
            type="search"
            aria-label={t('knowledge.find')}
            placeholder={t('knowledge.find')}
            icon={<Search size={14} />}
            value={words}
            onChange={event => setWords(event.target.value)}
          />
        </div>
        <div className="w-44">
          <Select
            label={t('knowledge.which')}
            value={shows}
            onChange={setShows}
            choices={[
              { value: 'all', label: t('knowledge.showsAll') },
              { value: 'published', label: t('knowledge.showsPublished') },
              { value: 'draft', label: t('knowledge.showsDrafts') },
              { value: 'changes', label: t('knowledge.showsChanges') },
            ]}
          />
        </div>
        {tree.sites.length > 1 && (
          <div className="w-44">
            <Select
              label={t('knowledge.site')}
              value={siteId}
              onChange={setSiteId}
              choices={tree.sites.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </div>
        )}
        {site?.website_turned_on && (
          <a
            href={site.url}
            target="_blank"
            rel="noopener"
            className="flex h-8 items-center gap-1.5 rounded-md px-2 text-soft hover:bg-hover hover:text-ink"
          >
            <ExternalLink size={14} aria-hidden="true" />
            {t('knowledge.visit')}
          </a>
        )}
        <span className="flex-1 max-md:hidden" />
        {mayWrite && (
          <>
            <Button
              icon={<FolderPlus size={15} aria-hidden="true" />}
              onClick={() => setAsking({ kind: 'collection' })}
            >
              {t('knowledge.newCollection')}
            </Button>
            <Button
              look="primary"
              icon={<FilePlus2 size={15} aria-hidden="true" />}
              onClick={() => newArticle(undefined)}
            >
              {t('knowledge.newArticle')}
            </Button>
          </>
        )}
      </div>
      {words.trim() === '' ? (
        <>
          {rows.length > 0 && (
            <div className="rounded-xl border border-line px-1">
              <TreeView
                label={t('knowledge.articles')}
                rows={rows}
                isFixed={!mayWrite || shows !== 'all'}
                closed={closed}
                onToggle={toggle}
                menuOf={menuOf}
              />
            </div>
          )}
          {rows.length > 0 && mayWrite && (
            <p className="mt-2 text-faint text-sm max-md:hidden">{t('knowledge.moveHint')}</p>
          )}
          {loose.length > 0 && (
            <section aria-label={t('knowledge.inNone')} className="mt-6">
              <h2 className="mb-1.5 font-semibold text-md">{t('knowledge.inNone')}</h2>
              <p className="mb-2 text-faint text-sm">{t('knowledge.inNoneSays')}</p>
              <LeafList rows={loose} menuOf={menuOf} />
            </section>
          )}
          {rows.length + loose.length === 0 && (
            <div className="flex rounded-xl border border-line py-8">
              <Empty
                icon={<BookOpen size={24} aria-hidden="true" />}
                title={t('knowledge.empty')}
                says={t('knowledge.emptySays')}
              />
            </div>
          )}
        </>
      ) : (
        <Found tree={tree} words={words} shows={SHOWS[shows]} menuOf={menuOf} />
      )}
      {asking?.kind === 'collection' && (
        <CollectionDialog
          id={asking.id}
          parentId={asking.parent}
          site={site}
          onClose={() => setAsking(undefined)}
        />
      )}
      {asking?.kind === 'move' && (
        <Moving row={asking.row} tree={tree} onClose={() => setAsking(undefined)} />
      )}
      {asking?.kind === 'delete' && <Deleting row={asking.row} onClose={() => setAsking(undefined)} />}
    </>
  )
}

/** Where there is much, only the collections show at first. */
const MANY = 300

const foldedAtFirst = (tree: Tree): ReadonlySet<string> =>
  new Set(tree.articles.length > MANY ? tree.collections.map(({ id }) => id) : [])

function useNewArticle(): (collectionId: string | undefined) => void {
  const create = useCreateArticle()
  const navigate = useNavigate()
  const me = useMe()
  return collectionId =>
    create.mutate(
      { title: t('knowledge.untitled'), collectionId, authorId: me.admin.id },
      {
        onSuccess: article => void navigate({ to: '/knowledge/articles/$id', params: { id: article.id } }),
      },
    )
}

/** What was found, by title or by what is in it, as a list. */
function Found({
  tree,
  words,
  shows,
  menuOf,
}: {
  tree: Tree
  words: string
  shows: (leaf: Leaf) => boolean
  menuOf: (row: Row) => ReactNode
}) {
  const byText = useFoundArticles(words) ?? []
  const wanted = words.trim().toLocaleLowerCase()
  const byTitle = tree.articles.filter(({ languages }) =>
    languages.some(({ title }) => title.toLocaleLowerCase().includes(wanted)),
  )
  const ids = [...new Set([...byTitle.map(({ id }) => id), ...byText])]
  const rows = ids.flatMap((id): Row[] => {
    const leaf = tree.articles.find(each => each.id === id)
    if (!leaf || !shows(leaf)) return []
    return [{ kind: 'article', key: `f${id}`, id, parent: leaf.collection_ids[0] ?? null, depth: 0, leaf }]
  })
  return (
    <>
      <p role="status" className="mb-2 text-faint text-sm">
        {t('knowledge.foundCount', { count: rows.length })}
      </p>
      {rows.length > 0 && <LeafList rows={rows} menuOf={menuOf} />}
    </>
  )
}

const LeafList = ({ rows, menuOf }: { rows: Row[]; menuOf: (row: Row) => ReactNode }) => (
  <ul className="rounded-xl border border-line p-1">
    {rows.map(
      row =>
        row.kind === 'article' && (
          <li key={row.key} className="flex h-10 items-center gap-2 rounded-md ps-3 pe-1 hover:bg-hover">
            <Link
              to="/knowledge/articles/$id"
              params={{ id: row.id }}
              dir="auto"
              className="min-w-0 flex-1 truncate rounded-sm"
            >
              {row.leaf.title}
            </Link>
            <LeafBadges leaf={row.leaf} />
            {menuOf(row)}
          </li>
        ),
    )}
  </ul>
)

function RowMenu({
  row,
  onAsk,
  onNewArticle,
}: {
  row: Row
  onAsk: (asking: Asking) => void
  onNewArticle: (collectionId: string) => void
}) {
  const name = nameOf(row)
  return (
    <Menu
      align="end"
      trigger={
        <IconButton
          size="sm"
          label={t('knowledge.doWith', { name })}
          icon={<Ellipsis size={15} aria-hidden="true" />}
        />
      }
    >
      {row.kind === 'collection' && (
        <>
          <MenuItem onSelect={() => onNewArticle(row.id)}>{t('knowledge.newArticleHere')}</MenuItem>
          <MenuItem onSelect={() => onAsk({ kind: 'collection', parent: row.id })}>
            {t('knowledge.newCollectionHere')}
          </MenuItem>
          <MenuItem onSelect={() => onAsk({ kind: 'collection', id: row.id })}>
            {t('knowledge.edit')}
          </MenuItem>
          <MenuLine />
        </>
      )}
      <MenuItem onSelect={() => onAsk({ kind: 'move', row })}>{t('knowledge.moveTo')}</MenuItem>
      <MenuItem danger onSelect={() => onAsk({ kind: 'delete', row })}>
        {t('knowledge.delete')}
      </MenuItem>
    </Menu>
  )
}

function Moving({ row, tree, onClose }: { row: Row; tree: Tree; onClose: () => void }) {
  const placeArticle = usePlaceArticle()
  const placeCollection = usePlaceCollection()
  return (
    <MoveDialog
      row={row}
      tree={tree}
      onClose={onClose}
      onMove={parent => {
        onClose()
        if (row.kind === 'article')
          placeArticle.mutate({ id: row.id, from: row.parent, to: parent, before: null })
        else placeCollection.mutate({ id: row.id, parent, before: null })
      }}
    />
  )
}

function Deleting({ row, onClose }: { row: Row; onClose: () => void }) {
  const deleteArticle = useDeleteArticle()
  const deleteCollection = useDeleteCollection()
  const remove = row.kind === 'article' ? deleteArticle : deleteCollection
  return (
    <Confirm
      open
      title={t('knowledge.deleteTitle', { name: nameOf(row) })}
      says={t(row.kind === 'article' ? 'knowledge.deleteArticleSays' : 'knowledge.deleteCollectionSays')}
      doLabel={t('knowledge.delete')}
      busy={remove.isPending}
      onDo={() => remove.mutate(row.id, { onSettled: onClose })}
      onClose={onClose}
    />
  )
}
