import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useActions } from '../../actions/actions.ts'
import { type Article, type ArticleText, useDiscardText, useUpdateArticle } from '../../data/article.ts'
import { settleDrafts } from '../../data/article-drafts.ts'
import { reasonOf } from '../../data/refusal.ts'
import { fullTime } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'

/** Lets readers see what is written, now or at a time, and takes it away from them. */
export function PublishButton({ article, text }: { article: Article; text: ArticleText }) {
  const { locale, state, has_unpublished_changes: hasChanges } = text
  const update = useUpdateArticle(article.id)
  const discard = useDiscardText(article.id)
  const [asks, setAsks] = useState<'publish' | 'unpublish'>()
  const set = async (to: 'published' | 'draft') => {
    // What was written a moment ago is published too.
    await settleDrafts()
    update.mutate(
      { translated_content: { [locale]: { state: to } } },
      {
        onSuccess: () =>
          toast({
            title: t(to === 'published' ? 'knowledge.isPublished' : 'knowledge.isUnpublished'),
            ...(to === 'draft' && { undo: { label: t('app.undo'), run: () => void set('published') } }),
          }),
      },
    )
  }
  const isLive = state === 'published' && !hasChanges
  useActions([
    {
      ...{ id: 'knowledge-publish', label: t('knowledge.publish'), group: 'here', keys: 'mod+shift+enter' },
      run: () => void set('published'),
    },
    {
      ...{ id: 'knowledge-publish-at', label: t('knowledge.publishAt'), group: 'here' },
      run: () => setAsks('publish'),
    },
  ])
  const scheduled = article.scheduled_publish_at ?? article.scheduled_unpublish_at
  return (
    <div className="flex">
      <Button
        look="primary"
        disabled={isLive}
        busy={update.isPending}
        className="rounded-e-none"
        aria-keyshortcuts="mod+shift+enter"
        onClick={() => void set('published')}
      >
        {t(hasChanges ? 'knowledge.publishChanges' : isLive ? 'knowledge.published' : 'knowledge.publish')}
      </Button>
      <Menu
        align="end"
        trigger={
          <Button
            look="primary"
            aria-label={t('knowledge.publishMore')}
            className="rounded-s-none border-accent-ink/25 border-s px-1.5!"
          >
            <ChevronDown size={14} aria-hidden="true" />
          </Button>
        }
      >
        <MenuItem onSelect={() => setAsks('publish')} disabled={isLive}>
          {t('knowledge.publishAt')}
        </MenuItem>
        <MenuItem onSelect={() => setAsks('unpublish')} disabled={text.first_published_at === null}>
          {t('knowledge.unpublishAt')}
        </MenuItem>
        {scheduled !== null && (
          <MenuItem
            onSelect={() => update.mutate({ scheduled_publish_at: null, scheduled_unpublish_at: null })}
          >
            {t('knowledge.unschedule')}
          </MenuItem>
        )}
        <MenuLine />
        {hasChanges && <MenuItem onSelect={() => discard.mutate(locale)}>{t('knowledge.discard')}</MenuItem>}
        <MenuItem danger disabled={state === 'draft'} onSelect={() => void set('draft')}>
          {t('knowledge.unpublish')}
        </MenuItem>
      </Menu>
      {asks && <Schedule article={article} what={asks} onClose={() => setAsks(undefined)} />}
    </div>
  )
}

/** `2026-11-26T09:00`, by the clock of the reader. */
const localMoment = (at: number): string => {
  const moment = new Date(at * 1000)
  return new Date(moment.getTime() - moment.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

const nextHour = (): number => Math.ceil(Date.now() / 3_600_000) * 3600 + 3600

function Schedule({
  article,
  what,
  onClose,
}: {
  article: Article
  what: 'publish' | 'unpublish'
  onClose: () => void
}) {
  const update = useUpdateArticle(article.id)
  const planned = what === 'publish' ? article.scheduled_publish_at : article.scheduled_unpublish_at
  const [at, setAt] = useState(localMoment(planned ?? nextHour()))
  const submit = () => {
    const moment = new Date(at).toISOString()
    update.mutate(
      what === 'publish' ? { scheduled_publish_at: moment } : { scheduled_unpublish_at: moment },
      {
        onSuccess: () => {
          toast({ title: t('knowledge.isScheduled', { when: fullTime(Date.parse(moment) / 1000) }) })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t(what === 'publish' ? 'knowledge.publishAt' : 'knowledge.unpublishAt')}
      says={t('knowledge.scheduleSays')}
      closeLabel={t('app.close')}
      width="sm"
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button look="primary" busy={update.isPending} disabled={at === ''} onClick={submit}>
            {t('knowledge.schedule')}
          </Button>
        </>
      }
    >
      <Field label={t('knowledge.when')} error={update.error ? reasonOf(update.error) : undefined}>
        <Input type="datetime-local" value={at} onChange={event => setAt(event.target.value)} />
      </Field>
    </Dialog>
  )
}
