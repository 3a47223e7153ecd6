import { useState } from 'react'
import type { Drafted, Written } from '../../data/article-drafts.ts'
import { useNames } from '../../data/team.ts'
import { useVersion, useVersions, type Versioned } from '../../data/versions.ts'
import { Html } from '../../parts/html.tsx'
import { languageName } from '../../parts/language-name.ts'
import { fullTime, inWords } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Scrolls } from '../../ui/scrolls.tsx'
import { SkeletonLines } from '../../ui/states.tsx'

/** Every text an article has had, in its language: looked at, and gone back to. */
export function HistoryDialog({
  of,
  text,
  isFixed,
  onRestore,
  onClose,
}: {
  of: Versioned
  text: Drafted
  isFixed: boolean
  onRestore: (written: Written) => void
  onClose: () => void
}) {
  const versions = useVersions(of)
  const nameOf = useNames()
  const [chosen, setChosen] = useState<string>()
  const current = text.revision.split('-')[0]
  const shown = chosen ?? versions?.[0]?.id
  const version = useVersion(of, shown)
  return (
    <Dialog
      open
      onClose={onClose}
      title={
        of.kind === 'article'
          ? t('knowledge.historyOf', { language: languageName(of.locale) })
          : t('knowledge.history')
      }
      closeLabel={t('app.close')}
      width="lg"
      footer={
        !isFixed && (
          <Button
            look="primary"
            disabled={!version || version.id === current}
            onClick={() =>
              version &&
              onRestore({
                ...{ title: version.title, description: version.description ?? '', body: version.body ?? '' },
              })
            }
          >
            {t('knowledge.restore')}
          </Button>
        )
      }
    >
      {versions ? (
        <div className="grid gap-4 md:grid-cols-[13rem_1fr]">
          <ul
            aria-label={t('knowledge.versions')}
            className="max-h-40 overflow-y-auto md:max-h-[26rem] md:border-line md:border-e md:pe-2"
          >
            {versions.map(each => (
              <li key={each.id}>
                <button
                  type="button"
                  aria-pressed={each.id === shown}
                  title={fullTime(each.created_at)}
                  onClick={() => setChosen(each.id)}
                  className={cx(
                    'flex w-full flex-col gap-0.5 rounded-md px-2 py-1.5 text-start hover:bg-hover',
                    each.id === shown && 'bg-pressed',
                  )}
                >
                  <span className="flex items-center gap-1.5">
                    {inWords(each.created_at)}
                    {each.isLive && <Badge tone="accent">{t('knowledge.live')}</Badge>}
                    {each.id === current && !each.isLive && <Badge>{t('knowledge.current')}</Badge>}
                  </span>
                  <span className="truncate text-faint text-sm">
                    {nameOf('admin', each.created_by_id) ?? t('knowledge.somebody')}
                  </span>
                </button>
              </li>
            ))}
          </ul>
          <Scrolls as="section" aria-label={t('knowledge.version')} className="max-h-[26rem] overflow-y-auto">
            {version ? (
              <div lang={of.kind === 'article' ? of.locale : undefined}>
                <p dir="auto" className="mb-1 font-semibold text-xl tracking-tight">
                  {version.title}
                </p>
                {version.description && (
                  <p dir="auto" className="mb-3 text-soft">
                    {version.description}
                  </p>
                )}
                <div className="article">
                  <Html html={version.body ?? ''} />
                </div>
              </div>
            ) : (
              <SkeletonLines count={6} label={t('app.loading')} />
            )}
          </Scrolls>
        </div>
      ) : (
        <SkeletonLines count={6} label={t('app.loading')} />
      )}
    </Dialog>
  )
}
