import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { ArrowLeft, History, Lock, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useActions } from '../../actions/actions.ts'
import { settleDrafts, type Written } from '../../data/article-drafts.ts'
import {
  draftedOf,
  type InternalDraft,
  keyOfDraft,
  useInternalArticle,
  useInternalSource,
} from '../../data/internal-article.ts'
import { useDeleteInternalArticle } from '../../data/internal-articles.ts'
import { useMay } from '../../data/me.ts'
import { ArticleUnopened } from '../../parts/article-unopened.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { useTitle } from '../../parts/use-title.ts'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ArticleWriter } from './article-writer.tsx'
import { HistoryDialog } from './history-dialog.tsx'

/** Where an internal article is written: teammates read it as it is saved. */
export function InternalPage() {
  const { id } = useParams({ from: '/shell/knowledge/internal-articles/$id' })
  const article = useInternalArticle(id)
  if (article.data) return <Open key={id} id={id} text={draftedOf(article.data.text)} />
  return <ArticleUnopened query={article} />
}

function Open({ id, text }: { id: string; text: InternalDraft }) {
  const mayWrite = useMay('read_write_articles_scope')
  const source = useInternalSource(id)
  const [showsHistory, setHistory] = useState(false)
  const [restored, setRestored] = useState<Written>()
  useTitle(text.title)
  useActions([
    {
      ...{ id: 'knowledge-history', label: t('knowledge.history'), group: 'here', keys: 'h' },
      run: () => setHistory(true),
    },
    {
      ...{ id: 'knowledge-save', label: t('app.save'), group: 'here', keys: 'mod+s' },
      run: () => void settleDrafts(),
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
          {text.title}
        </h1>
        <span className="me-auto">
          <Badge icon={<Lock size={11} aria-hidden="true" />}>{t('knowledge.internalOne')}</Badge>
        </span>
        <IconButton
          label={t('knowledge.history')}
          icon={<History size={16} aria-hidden="true" />}
          onClick={() => setHistory(true)}
        />
        {mayWrite && <DeleteInternal id={id} title={text.title} />}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <ArticleWriter
          source={source}
          text={text}
          restored={restored}
          isFixed={!mayWrite}
          hasDescription={false}
        />
      </div>
      {showsHistory && (
        <HistoryDialog
          of={{ kind: 'internal', id }}
          text={text}
          isFixed={!mayWrite}
          onClose={() => setHistory(false)}
          onRestore={of => {
            setHistory(false)
            setRestored(of)
          }}
        />
      )}
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
              localStorage.removeItem(keyOfDraft(id))
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
