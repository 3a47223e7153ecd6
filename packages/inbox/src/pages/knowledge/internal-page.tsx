import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { ArrowLeft, Lock, Trash2 } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useActions } from '../../actions/actions.ts'
import { keepImage } from '../../data/article.ts'
import {
  freshInternalArticle,
  type InternalArticle,
  useDeleteInternalArticle,
  useInternalArticle,
  useSaveInternalArticle,
} from '../../data/internal-articles.ts'
import { useMay } from '../../data/me.ts'
import { ArticleUnopened } from '../../parts/article-unopened.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { useTitle } from '../../parts/use-title.ts'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'

const ArticleEditor = lazy(async () => ({
  default: (await import('../../parts/article-editor.tsx')).ArticleEditor,
}))

/** Where an internal article is written: it has no draft, so it is saved when its writer says so. */
export function InternalPage() {
  const { id } = useParams({ from: '/shell/knowledge/internal-articles/$id' })
  const article = useInternalArticle(id)
  if (article.data) return <Open key={id} article={article.data} />
  return <ArticleUnopened query={article} />
}

interface Written {
  title: string
  body: string
}

const keyOf = (id: string): string => `guichet.internal.${id}`

/** What was begun here and not saved. */
function keptFor(id: string): Written | undefined {
  const kept: unknown = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null')
  if (typeof kept !== 'object' || kept === null || !('title' in kept) || !('body' in kept)) return undefined
  return { title: String(kept.title), body: String(kept.body) }
}

const writtenOf = ({ title, body }: InternalArticle): Written => ({ title: title ?? '', body: body ?? '' })

function Open({ article }: { article: InternalArticle }) {
  const { id } = article
  const [base, setBase] = useState(article)
  const [now, setNow] = useState(() => keptFor(id) ?? writtenOf(article))
  const [shown, setShown] = useState(() => ({ html: now.body }))
  const [isDirty, setDirty] = useState(() => keptFor(id) !== undefined)
  const [theirs, setTheirs] = useState<InternalArticle>()
  const mayWrite = useMay('read_write_articles_scope')
  const save = useSaveInternalArticle(id)
  useTitle(now.title)
  const write = (of: Partial<Written>) => {
    const written = { ...now, ...of }
    setNow(written)
    setDirty(true)
    localStorage.setItem(keyOf(id), JSON.stringify(written))
  }
  const rest = (at: InternalArticle) => {
    setBase(at)
    setDirty(false)
    setTheirs(undefined)
    localStorage.removeItem(keyOf(id))
  }
  const put = () =>
    save.mutate(now, {
      onSuccess: at => {
        rest(at)
        toast({ title: t('knowledge.isSaved') })
      },
    })
  const submit = async () => {
    if (!isDirty || now.title.trim() === '') return
    const fresh = await freshInternalArticle(id).catch(() => undefined)
    const isTheirs = fresh && (fresh.body !== base.body || fresh.title !== base.title)
    if (isTheirs) setTheirs(fresh)
    else put()
  }
  const takeTheirs = () => {
    if (!theirs) return
    const mine = now
    rest(theirs)
    setNow(writtenOf(theirs))
    setShown({ html: theirs.body ?? '' })
    const undo = () => {
      setShown({ html: mine.body })
      setNow(mine)
      setDirty(true)
    }
    toast({ title: t('knowledge.tookTheirs'), undo: { label: t('app.undo'), run: undo } })
  }
  useActions([
    {
      ...{ id: 'knowledge-save', label: t('app.save'), group: 'here', keys: 'mod+s' },
      run: () => void submit(),
    },
  ])
  return (
    <main className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <div className="flex flex-wrap items-center gap-2 border-line border-b px-3 py-2 md:px-5">
        <Link
          to="/knowledge/{-$tab}"
          params={{ tab: 'internal' }}
          aria-label={t('knowledge.back')}
          className="flex size-8 shrink-0 items-center justify-center rounded-md text-soft hover:bg-hover"
        >
          <ArrowLeft size={18} aria-hidden="true" className="rtl:rotate-180" />
        </Link>
        <h1 dir="auto" className="min-w-0 truncate font-semibold text-lg tracking-tight">
          {now.title}
        </h1>
        <span className="me-auto">
          <Badge icon={<Lock size={11} aria-hidden="true" />}>{t('knowledge.internalOne')}</Badge>
        </span>
        {mayWrite && (
          <>
            {isDirty && <span className="text-faint text-sm">{t('knowledge.notSaved')}</span>}
            <DeleteInternal id={id} title={now.title} />
            <Button
              look="primary"
              busy={save.isPending}
              disabled={!isDirty || now.title.trim() === ''}
              aria-keyshortcuts="mod+s"
              onClick={() => void submit()}
            >
              {t('app.save')}
            </Button>
          </>
        )}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto max-w-2xl px-5 py-6">
          {theirs && (
            <div
              role="alert"
              className="mb-4 rounded-lg border border-note-line bg-note px-4 py-3 text-note-ink"
            >
              <p className="font-medium">{t('knowledge.parted', { name: t('knowledge.somebody') })}</p>
              <p className="mt-0.5 text-sm">{t('knowledge.internalPartedSays')}</p>
              <div className="mt-2.5 flex flex-wrap gap-2">
                <Button size="sm" onClick={takeTheirs}>
                  {t('knowledge.takeTheirs')}
                </Button>
                <Button size="sm" onClick={put}>
                  {t('knowledge.keepMine')}
                </Button>
              </div>
            </div>
          )}
          <textarea
            aria-label={t('knowledge.articleTitle')}
            placeholder={t('knowledge.articleTitle')}
            value={now.title}
            rows={1}
            maxLength={255}
            readOnly={!mayWrite}
            dir="auto"
            onChange={event => write({ title: event.target.value.replaceAll('\n', ' ') })}
            className="field-sizing-content mb-2 w-full resize-none bg-transparent font-semibold text-2xl tracking-tight outline-none"
          />
          <Suspense fallback={<Skeleton className="h-64 rounded-lg" />}>
            <ArticleEditor
              label={t('knowledge.articleBody')}
              shown={shown}
              isFixed={!mayWrite}
              onWrite={body => write({ body })}
              keepImage={keepImage}
            />
          </Suspense>
        </div>
      </div>
    </main>
  )
}

function DeleteInternal({ id, title }: { id: string; title: string }) {
  const remove = useDeleteInternalArticle()
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <IconButton
        label={t('knowledge.deleteArticle')}
        icon={<Trash2 size={15} aria-hidden="true" />}
        onClick={() => setAsking(true)}
      />
      <Confirm
        open={isAsking}
        title={t('knowledge.deleteTitle', { name: title })}
        says={t('knowledge.deleteSays')}
        doLabel={t('knowledge.delete')}
        busy={remove.isPending}
        onDo={() =>
          remove.mutate(id, {
            onSuccess: () => {
              localStorage.removeItem(keyOf(id))
              void navigate({ to: '/knowledge/{-$tab}', params: { tab: 'internal' } })
            },
            onError: () => setAsking(false),
          })
        }
        onClose={() => setAsking(false)}
      />
    </>
  )
}
