import { Check, CloudOff, Loader, TriangleAlert } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { keepImage } from '../../data/article.ts'
import {
  type Drafted,
  type DraftSource,
  type SaveState,
  useDrafting,
  type Written,
} from '../../data/article-drafts.ts'
import { inWords } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'

/** The editor is loaded while the rest is looked at already. */
const ArticleEditor = lazy(async () => ({
  default: (await import('../../parts/article-editor.tsx')).ArticleEditor,
}))

const writtenOf = ({ title, description, body }: Written): Written => ({ title, description, body })

/** The words of an article in one language, saved as they are written. */
export function ArticleWriter<T extends Drafted>({
  source,
  text,
  locale,
  restored,
  isFixed,
  hasDescription = true,
}: {
  source: DraftSource<T>
  text: T
  /** The language it is written in, where that is known. */
  locale?: string
  /** A version to go back to. */
  restored: Written | undefined
  isFixed: boolean
  hasDescription?: boolean
}) {
  const [now, setNow] = useState<Written>(writtenOf(text))
  const [shown, setShown] = useState({ html: text.body })
  const latest = useRef(now)
  const show = (of: Written) => {
    latest.current = writtenOf(of)
    setNow(latest.current)
    setShown({ html: of.body })
  }
  const drafting = useDrafting(source, text, show)
  const write = (of: Partial<Written>) => {
    latest.current = { ...latest.current, ...of }
    setNow(latest.current)
    drafting.write(latest.current)
  }
  const restore = useRef(write)
  restore.current = write
  useEffect(() => {
    if (!restored) return
    setShown({ html: restored.body })
    restore.current(restored)
    toast({ title: t('knowledge.restored') })
  }, [restored])
  return (
    <div className="mx-auto max-w-2xl px-5 py-6">
      <Parted state={drafting.state} onSettle={drafting.settle} />
      <div className="mb-3 flex h-5 items-center text-faint text-sm">
        {!isFixed && <SaveLine state={drafting.state} text={text} isNameless={now.title.trim() === ''} />}
      </div>
      <textarea
        aria-label={t('knowledge.articleTitle')}
        placeholder={t('knowledge.articleTitle')}
        value={now.title}
        rows={1}
        maxLength={255}
        readOnly={isFixed}
        lang={locale}
        dir="auto"
        onChange={event => write({ title: event.target.value.replaceAll('\n', ' ') })}
        onBlur={() => void drafting.flush()}
        className="field-sizing-content mb-1 w-full resize-none bg-transparent font-semibold text-2xl tracking-tight outline-none"
      />
      {hasDescription && (
        <textarea
          aria-label={t('knowledge.articleDescription')}
          placeholder={t('knowledge.descriptionPlaceholder')}
          value={now.description}
          rows={1}
          readOnly={isFixed}
          lang={locale}
          dir="auto"
          onChange={event => write({ description: event.target.value })}
          onBlur={() => void drafting.flush()}
          className="field-sizing-content mb-2 w-full resize-none bg-transparent text-lg text-soft outline-none"
        />
      )}
      <Suspense fallback={<Skeleton className="h-64 rounded-lg" />}>
        <div lang={locale}>
          <ArticleEditor
            label={t('knowledge.articleBody')}
            shown={shown}
            isFixed={isFixed}
            onWrite={body => write({ body })}
            onLeave={() => void drafting.flush()}
            keepImage={keepImage}
          />
        </div>
      </Suspense>
    </div>
  )
}

/** How it stands with saving, in a line. */
function SaveLine({ state, text, isNameless }: { state: SaveState; text: Drafted; isNameless: boolean }) {
  if (isNameless)
    return (
      <span role="status" className="flex items-center gap-1.5 text-warning">
        <TriangleAlert size={13} aria-hidden="true" />
        {t('knowledge.needsTitle')}
      </span>
    )
  if (state.kind === 'saving')
    return (
      <span role="status" className="flex items-center gap-1.5">
        <Loader size={13} aria-hidden="true" className="animate-spin" />
        {t('knowledge.saving')}
      </span>
    )
  if (state.kind === 'unsaved')
    return (
      <span role="status" className="flex items-center gap-1.5 text-danger" title={state.says}>
        <CloudOff size={13} aria-hidden="true" />
        {t('knowledge.unsaved', { why: state.says })}
      </span>
    )
  if (state.kind === 'parted') return null
  const when = inWords(text.saved_at)
  return (
    <span role="status" className="flex items-center gap-1.5">
      <Check size={13} aria-hidden="true" />
      {text.saved_by?.name
        ? t('knowledge.savedBy', { when, name: text.saved_by.name })
        : t('knowledge.saved', { when })}
    </span>
  )
}

/** Two wrote at once: nothing is lost, and whoever came second says which text it is to be. */
const Parted = ({ state, onSettle }: { state: SaveState; onSettle: (which: 'mine' | 'theirs') => void }) =>
  state.kind === 'parted' && (
    <div role="alert" className="mb-4 rounded-lg border border-note-line bg-note px-4 py-3 text-note-ink">
      <p className="font-medium">
        {t('knowledge.parted', { name: state.theirs.saved_by?.name ?? t('knowledge.somebody') })}
      </p>
      <p className="mt-0.5 text-sm">{t('knowledge.partedSays')}</p>
      <div className="mt-2.5 flex flex-wrap gap-2">
        <Button size="sm" onClick={() => onSettle('theirs')}>
          {t('knowledge.takeTheirs')}
        </Button>
        <Button size="sm" onClick={() => onSettle('mine')}>
          {t('knowledge.keepMine')}
        </Button>
      </div>
    </div>
  )
