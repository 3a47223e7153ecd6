import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { ArrowLeft, Columns2, Eye, History } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { useActions } from '../../actions/actions.ts'
import { type Article, type ArticleText, useArticle, useArticleSource } from '../../data/article.ts'
import { useMay } from '../../data/me.ts'
import { ArticleUnopened } from '../../parts/article-unopened.tsx'
import { Html } from '../../parts/html.tsx'
import { languageName } from '../../parts/language-name.ts'
import { useTitle } from '../../parts/use-title.ts'
import { t } from '../../text/t.ts'
import { buttonClass } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Scrolls } from '../../ui/scrolls.tsx'
import { ArticleDetails } from './article-details.tsx'
import { ArticleWriter } from './article-writer.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import { LanguageBar } from './language-bar.tsx'
import { PublishButton } from './publish-button.tsx'

/** Where an article is written: in one language, beside another where one wants to see it. */
export function ArticlePage() {
  const { id } = useParams({ from: '/shell/knowledge/articles/$id' })
  const article = useArticle(id)
  if (article.data) return <Open key={id} article={article.data} />
  return <ArticleUnopened query={article} />
}

function Open({ article }: { article: Article }) {
  const { locale: asked, beside } = useSearch({ from: '/shell/knowledge/articles/$id' })
  const navigate = useNavigate()
  const mayWrite = useMay('read_write_articles_scope')
  const [showsHistory, setHistory] = useState(false)
  const [restored, setRestored] = useState<{ title: string; description: string; body: string }>()
  const { languages, site } = article
  const text =
    languages.find(({ locale }) => locale === asked) ??
    languages.find(({ locale }) => locale === site.default_locale) ??
    languages[0]
  const other = languages.find(({ locale }) => locale === beside && locale !== text?.locale)
  const show = (of: { locale?: string; beside?: string | undefined }) =>
    void navigate({
      ...{ to: '/knowledge/articles/$id', params: { id: article.id }, replace: true },
      search: searchOf(of.locale ?? text?.locale, 'beside' in of ? of.beside : beside),
    })
  useTitle(text?.title ?? t('knowledge.untitled'))
  useActions([
    {
      ...{ id: 'knowledge-history', label: t('knowledge.history'), group: 'here', keys: 'h' },
      run: () => setHistory(true),
    },
    {
      ...{ id: 'knowledge-preview', label: t('knowledge.preview'), group: 'here', keys: 'p' },
      run: () => text && window.open(previewOf(article, text), '_blank', 'noopener'),
    },
  ])
  if (!text) return null
  return (
    <main className="flex min-h-0 min-w-0 flex-1 flex-col bg-surface">
      <div className="flex flex-wrap items-center gap-2 border-line border-b px-3 py-2 md:px-5">
        <Link
          to="/knowledge/{-$tab}"
          params={{ tab: undefined }}
          aria-label={t('knowledge.back')}
          className="flex size-8 shrink-0 items-center justify-center rounded-md text-soft hover:bg-hover"
        >
          <ArrowLeft size={18} aria-hidden="true" className="rtl:rotate-180" />
        </Link>
        <h1 dir="auto" className="me-auto min-w-24 truncate font-semibold text-lg tracking-tight">
          {text.title}
        </h1>
        {languages.length > 1 && (
          <IconButton
            label={t(other ? 'knowledge.hideBeside' : 'knowledge.showBeside')}
            aria-pressed={other !== undefined}
            icon={<Columns2 size={16} aria-hidden="true" />}
            className={cx(other && 'bg-pressed text-ink')}
            onClick={() =>
              show({ beside: other ? undefined : languages.find(each => each !== text)?.locale })
            }
          />
        )}
        <IconButton
          label={t('knowledge.history')}
          icon={<History size={16} aria-hidden="true" />}
          onClick={() => setHistory(true)}
        />
        <a
          href={previewOf(article, text)}
          target="_blank"
          rel="noopener"
          className={buttonClass('plain', 'md')}
        >
          <Eye size={15} aria-hidden="true" />
          {t('knowledge.preview')}
        </a>
        {mayWrite && <PublishButton article={article} text={text} />}
      </div>
      <LanguageBar
        article={article}
        current={text.locale}
        isFixed={!mayWrite}
        onShow={locale => show({ locale })}
      />
      <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-y-auto">
        <div
          className={cx(
            'grid min-h-0 min-w-0 flex-1 max-lg:flex-none lg:overflow-hidden',
            other && 'md:grid-cols-2 md:divide-x md:divide-line',
          )}
        >
          <div className="min-w-0 lg:overflow-y-auto">
            <Writer key={text.locale} id={article.id} text={text} restored={restored} isFixed={!mayWrite} />
          </div>
          {other && (
            <Beside
              texts={languages}
              text={other}
              current={text.locale}
              onShow={locale => show({ beside: locale })}
            />
          )}
        </div>
        <ArticleDetails article={article} text={text} isFixed={!mayWrite} />
      </div>
      {showsHistory && (
        <HistoryDialog
          of={{ kind: 'article', id: article.id, locale: text.locale }}
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

function Writer({
  id,
  ...of
}: Omit<ComponentProps<typeof ArticleWriter<ArticleText>>, 'source'> & { id: string }) {
  const { locale } = of.text
  return <ArticleWriter {...of} locale={locale} source={useArticleSource(id, locale)} />
}

const searchOf = (locale: string | undefined, beside: string | undefined) => ({
  ...(locale !== undefined && { locale }),
  ...(beside !== undefined && { beside }),
})

/** Where this server shows the article as readers will see it. */
const previewOf = ({ id, site }: Article, { locale }: ArticleText): string =>
  `/help-preview/${site.id}/${locale}/${id}`

/** Another language of the same article, to read while one writes. */
const Beside = ({
  texts,
  text,
  current,
  onShow,
}: {
  texts: ArticleText[]
  text: ArticleText
  current: string
  onShow: (locale: string) => void
}) => (
  <Scrolls
    as="section"
    aria-label={t('knowledge.beside', { language: languageName(text.locale) })}
    className="min-w-0 bg-paper px-5 py-6 -outline-offset-2 lg:overflow-y-auto"
  >
    <div className="mx-auto max-w-2xl">
      <div className="mb-4 flex gap-1">
        {texts
          .filter(each => each.locale !== current)
          .map(each => (
            <button
              key={each.locale}
              type="button"
              aria-pressed={each === text}
              onClick={() => onShow(each.locale)}
              className={buttonClass('quiet', 'sm', each === text ? 'bg-pressed text-ink!' : '')}
            >
              {languageName(each.locale)}
            </button>
          ))}
      </div>
      <h2 dir="auto" lang={text.locale} className="mb-2 font-semibold text-2xl tracking-tight">
        {text.title}
      </h2>
      {text.description && (
        <p dir="auto" lang={text.locale} className="mb-4 text-lg text-soft">
          {text.description}
        </p>
      )}
      <div lang={text.locale} className="article text-md leading-relaxed">
        <Html html={text.body} />
      </div>
    </div>
  </Scrolls>
)
