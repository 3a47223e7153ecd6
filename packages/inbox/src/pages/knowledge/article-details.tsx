import { useNavigate } from '@tanstack/react-router'
import { Clock, Frown, Meh, Plus, Smile, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import {
  type Article,
  type ArticleText,
  useArticleTags,
  useAudiences,
  useUpdateArticle,
} from '../../data/article.ts'
import { useDeleteArticle, useTree } from '../../data/knowledge.ts'
import { useAdmins, useNames } from '../../data/team.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { Fact } from '../../parts/fact.tsx'
import { languageName } from '../../parts/language-name.ts'
import { SideSection } from '../../parts/side-section.tsx'
import { TagList } from '../../parts/tag-list.tsx'
import { fullTime, number, shortDate } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Picker } from '../../ui/picker.tsx'
import { Scrolls } from '../../ui/scrolls.tsx'

/** All there is to an article beside its words. */
export function ArticleDetails({
  article,
  text,
  isFixed,
}: {
  article: Article
  text: ArticleText
  isFixed: boolean
}) {
  const tags = useArticleTags(article.id)
  const nameOf = useNames()
  const at = article.scheduled_publish_at ?? article.scheduled_unpublish_at
  return (
    <Scrolls
      as="aside"
      aria-label={t('knowledge.details')}
      className="shrink-0 border-line -outline-offset-2 max-lg:border-t lg:w-72 lg:overflow-y-auto lg:border-s"
    >
      <h2 className="sr-only">{t('knowledge.details')}</h2>
      {at !== null && (
        <p className="flex items-start gap-2 border-line border-b bg-info-soft px-4 py-3 text-info">
          <Clock size={15} aria-hidden="true" className="mt-0.5 shrink-0" />
          {t(article.scheduled_publish_at === null ? 'knowledge.willUnpublish' : 'knowledge.willPublish', {
            when: fullTime(at),
          })}
        </p>
      )}
      <SideSection title={t('knowledge.details')}>
        <dl>
          <Fact label={t('knowledge.author')}>
            <Author article={article} text={text} isFixed={isFixed} />
          </Fact>
          <Fact label={t('knowledge.created')}>{shortDate(article.created_at)}</Fact>
          <Fact label={t('knowledge.changed')}>
            <span title={fullTime(text.saved_at)}>{shortDate(text.saved_at)}</span>
          </Fact>
          {text.saved_by && (
            <Fact label={t('knowledge.changedBy')}>
              {text.saved_by.name ?? nameOf('admin', text.saved_by.id) ?? t('knowledge.somebody')}
            </Fact>
          )}
          {text.url && (
            <Fact label={t('knowledge.address')}>
              <a
                href={text.url}
                target="_blank"
                rel="noopener"
                className="block truncate text-accent underline underline-offset-2"
              >
                {text.url.replace(/^https?:\/\//, '')}
              </a>
            </Fact>
          )}
        </dl>
      </SideSection>
      <SideSection title={t('knowledge.collections')}>
        <Collections article={article} isFixed={isFixed} />
      </SideSection>
      <SideSection title={t('knowledge.tags')}>
        <TagList
          tags={article.tags}
          isFixed={isFixed}
          onAdd={tag => tags.add.mutate(tag.id)}
          onRemove={tag => tags.remove.mutate(tag.id)}
        />
      </SideSection>
      <SideSection title={t('knowledge.audience')}>
        <Audiences article={article} isFixed={isFixed} />
      </SideSection>
      <SideSection title={t('knowledge.statistics')}>
        <Statistics of={article.statistics} />
      </SideSection>
      {!isFixed && (
        <div className="flex flex-col items-start gap-1 p-4">
          {article.languages.length > 1 && text.locale !== article.site.default_locale && (
            <RemoveLanguage article={article} text={text} />
          )}
          <DeleteArticle article={article} text={text} />
        </div>
      )}
    </Scrolls>
  )
}

function Author({ article, text, isFixed }: { article: Article; text: ArticleText; isFixed: boolean }) {
  const admins = useAdmins()
  const update = useUpdateArticle(article.id)
  const name = admins.find(({ id }) => String(id) === text.author_id)?.name ?? '—'
  if (isFixed) return name
  return (
    <Picker
      align="start"
      picks={admins.map(({ id, name: label, email }) => ({
        ...{ id: String(id), label },
        ...(email && { words: email }),
      }))}
      chosen={[text.author_id]}
      onPick={({ id }) => update.mutate({ translated_content: { [text.locale]: { author_id: Number(id) } } })}
      searchLabel={t('knowledge.findAuthor')}
      emptyLabel={t('knowledge.noneFound')}
      trigger={
        <button
          type="button"
          aria-label={`${t('knowledge.author')}: ${name}`}
          className="-ms-1.5 flex h-7 max-w-full items-center truncate rounded-sm px-1.5 hover:bg-hover"
        >
          {name}
        </button>
      }
    />
  )
}

function Collections({ article, isFixed }: { article: Article; isFixed: boolean }) {
  const tree = useTree().data
  const update = useUpdateArticle(article.id)
  const names = new Map(tree?.collections.map(({ id, name }) => [id, name]))
  const ids = article.collection_ids
  const set = (of: string[]) => update.mutate({ parent_ids: of.map(Number) })
  const shelves = (tree?.collections ?? []).filter(shelf => shelf.help_center_id === article.site.id)
  return (
    <Chips
      ids={ids}
      nameOf={id => names.get(id) ?? ''}
      picks={shelves.map(({ id, name }) => ({ id, label: name }))}
      isFixed={isFixed}
      addLabel={t('knowledge.addCollection')}
      noneLabel={t('knowledge.inNone')}
      onSet={set}
    />
  )
}

function Audiences({ article, isFixed }: { article: Article; isFixed: boolean }) {
  const all = useAudiences()
  const update = useUpdateArticle(article.id)
  return (
    <>
      <Chips
        ids={article.audience_ids}
        nameOf={id => all.find(each => each.id === id)?.name ?? id}
        picks={all.map(({ id, name }) => ({ id, label: name }))}
        isFixed={isFixed}
        addLabel={t('knowledge.addAudience')}
        noneLabel={t('knowledge.everyone')}
        onSet={ids => update.mutate({ audience_ids: ids.map(Number) })}
      />
      {article.audience_ids.length > 0 && (
        <p className="mt-1.5 text-faint text-sm">{t('knowledge.audienceSays')}</p>
      )}
    </>
  )
}

function Chips({
  ids,
  nameOf,
  picks,
  isFixed,
  addLabel,
  noneLabel,
  onSet,
}: {
  ids: string[]
  nameOf: (id: string) => string
  picks: { id: string; label: string }[]
  isFixed: boolean
  addLabel: string
  noneLabel: string
  onSet: (ids: string[]) => void
}) {
  return (
    <ul className="flex flex-wrap gap-1">
      {ids.map(id => (
        <li
          key={id}
          className="flex h-6 max-w-full items-center gap-1 rounded-sm bg-sunken ps-1.5 font-medium text-sm text-soft"
        >
          <span dir="auto" className={isFixed ? 'truncate pe-1.5' : 'truncate'}>
            {nameOf(id)}
          </span>
          {!isFixed && (
            <button
              type="button"
              aria-label={t('inbox.removeTag', { name: nameOf(id) })}
              onClick={() => onSet(ids.filter(each => each !== id))}
              className="flex size-6 items-center justify-center rounded-sm text-faint hover:bg-hover hover:text-ink"
            >
              <X size={11} aria-hidden="true" />
            </button>
          )}
        </li>
      ))}
      {ids.length === 0 && <li className="flex h-6 items-center text-faint text-sm">{noneLabel}</li>}
      {!isFixed && (
        <li>
          <Picker
            align="start"
            picks={picks}
            chosen={ids}
            onPick={({ id }) => onSet(ids.includes(id) ? ids.filter(each => each !== id) : [...ids, id])}
            searchLabel={addLabel}
            emptyLabel={t('knowledge.noneFound')}
            trigger={
              <button
                type="button"
                aria-label={addLabel}
                className="flex size-6 items-center justify-center rounded-sm border border-line-strong border-dashed text-faint hover:border-faint hover:text-ink"
              >
                <Plus size={11} aria-hidden="true" />
              </button>
            }
          />
        </li>
      )}
    </ul>
  )
}

function Statistics({ of }: { of: Article['statistics'] }) {
  const share = (value: number) => `${number(Math.round(value))} %`
  return (
    <dl>
      <Fact label={t('knowledge.views')}>{number(of.views)}</Fact>
      <Fact label={t('knowledge.reactions')}>
        <span className="flex items-center gap-2.5">
          {number(of.reactions)}
          {of.reactions > 0 && (
            <>
              <span className="flex items-center gap-1">
                <Smile size={14} aria-label={t('knowledge.happy')} className="text-accent" />
                {share(of.happy_reaction_percentage)}
              </span>
              <span className="flex items-center gap-1">
                <Meh size={14} aria-label={t('knowledge.neutral')} className="text-warning" />
                {share(of.neutral_reaction_percentage)}
              </span>
              <span className="flex items-center gap-1">
                <Frown size={14} aria-label={t('knowledge.sad')} className="text-danger" />
                {share(of.sad_reaction_percentage)}
              </span>
            </>
          )}
        </span>
      </Fact>
      <Fact label={t('knowledge.inConversations')}>{number(of.conversations)}</Fact>
      <Fact label={t('knowledge.finUses')}>{number(of.fin_involvements ?? 0)}</Fact>
    </dl>
  )
}

function RemoveLanguage({ article, text }: { article: Article; text: ArticleText }) {
  const update = useUpdateArticle(article.id)
  const [isAsking, setAsking] = useState(false)
  const language = languageName(text.locale)
  return (
    <>
      <Button
        look="quiet"
        icon={<X size={14} aria-hidden="true" />}
        className="text-danger!"
        onClick={() => setAsking(true)}
      >
        {t('knowledge.removeLanguage', { language })}
      </Button>
      <Confirm
        open={isAsking}
        title={t('knowledge.removeLanguageTitle', { language })}
        says={t('knowledge.removeLanguageSays')}
        doLabel={t('knowledge.delete')}
        busy={update.isPending}
        onDo={() =>
          update.mutate(
            { translated_content: { [text.locale]: null } },
            { onSettled: () => setAsking(false) },
          )
        }
        onClose={() => setAsking(false)}
      />
    </>
  )
}

function DeleteArticle({ article, text }: { article: Article; text: ArticleText }) {
  const remove = useDeleteArticle()
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button
        look="quiet"
        icon={<Trash2 size={14} aria-hidden="true" />}
        className="text-danger!"
        onClick={() => setAsking(true)}
      >
        {t('knowledge.deleteArticle')}
      </Button>
      <Confirm
        open={isAsking}
        title={t('knowledge.deleteTitle', { name: text.title })}
        says={t('knowledge.deleteArticleSays')}
        doLabel={t('knowledge.delete')}
        busy={remove.isPending}
        onDo={() =>
          remove.mutate(article.id, {
            onSuccess: () => void navigate({ to: '/knowledge/{-$tab}', params: { tab: undefined } }),
            onError: () => setAsking(false),
          })
        }
        onClose={() => setAsking(false)}
      />
    </>
  )
}
