import { Languages, Plus } from 'lucide-react'
import { type Article, useUpdateArticle } from '../../data/article.ts'
import { CONTENT_LOCALES, languageName } from '../../parts/language-name.ts'
import { t } from '../../text/t.ts'
import { cx } from '../../ui/cx.ts'
import { Picker } from '../../ui/picker.tsx'

/** The languages an article is in, how each stands, and a way to more. */
export function LanguageBar({
  article,
  current,
  isFixed,
  onShow,
}: {
  article: Article
  current: string
  isFixed: boolean
  onShow: (locale: string) => void
}) {
  const { languages, site } = article
  const update = useUpdateArticle(article.id)
  const has = new Set(languages.map(({ locale }) => locale))
  const rest = [...new Set([...site.locales, ...CONTENT_LOCALES])].filter(locale => !has.has(locale))
  const add = (locale: string) => {
    const title =
      languages.find(each => each.locale === site.default_locale)?.title ?? t('knowledge.untitled')
    update.mutate(
      { translated_content: { [locale]: { title, state: 'draft' } } },
      { onSuccess: () => onShow(locale) },
    )
  }
  return (
    <nav
      aria-label={t('knowledge.languages')}
      className="flex items-center gap-1 overflow-x-auto border-line border-b px-3 py-1.5 md:px-5"
    >
      <Languages size={15} aria-hidden="true" className="me-1 shrink-0 text-faint" />
      {languages.map(({ locale, state, has_unpublished_changes: hasChanges }) => (
        <button
          key={locale}
          type="button"
          aria-current={locale === current}
          onClick={() => onShow(locale)}
          className={cx(
            'flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2 hover:bg-hover',
            locale === current ? 'bg-pressed font-medium text-ink' : 'text-soft',
          )}
        >
          <span
            aria-hidden="true"
            className={cx(
              'size-1.5 rounded-full',
              state === 'draft' ? 'bg-line-strong' : hasChanges ? 'bg-warning' : 'bg-accent',
            )}
          />
          {languageName(locale)}
          <span className="font-normal text-faint text-sm">
            {t(
              state === 'draft'
                ? 'knowledge.draft'
                : hasChanges
                  ? 'knowledge.changes'
                  : 'knowledge.published',
            )}
          </span>
        </button>
      ))}
      {!isFixed && (
        <Picker
          align="start"
          picks={rest.map(locale => ({ id: locale, label: languageName(locale), words: locale }))}
          chosen={[]}
          onPick={({ id }) => add(id)}
          searchLabel={t('knowledge.findLanguage')}
          emptyLabel={t('knowledge.noneFound')}
          trigger={
            <button
              type="button"
              aria-label={t('knowledge.addLanguage')}
              className="flex h-7 shrink-0 items-center gap-1 rounded-md px-2 text-faint hover:bg-hover hover:text-ink"
            >
              <Plus size={14} aria-hidden="true" />
              <span className="max-md:hidden">{t('knowledge.addLanguage')}</span>
            </button>
          }
        />
      )}
    </nav>
  )
}
