import { useNavigate } from '@tanstack/react-router'
import { ChevronDown } from 'lucide-react'
import { useRef, useState } from 'react'
import { keepImage } from '../../data/article.ts'
import { useMay, useMe } from '../../data/me.ts'
import {
  type Delivery,
  type DeliveryRequest,
  NEW,
  type NewsItem,
  type NewsRequest,
  useDeleteNews,
  useNewsfeeds,
  useSaveNews,
} from '../../data/outbound.ts'
import { ArticleEditor } from '../../parts/article-editor.tsx'
import { whomOf } from '../../parts/audience-picker.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { useTitle } from '../../parts/use-title.ts'
import { fullTime } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Menu, MenuItem, MenuLine } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'
import { EditorHead } from './editor-frame.tsx'
import { NewsDetails, type NewsFields } from './news-details.tsx'
import { StateOf } from './news-tab.tsx'
import { ScheduleDialog } from './schedule-dialog.tsx'

/** What one writes of a piece of news, and putting it live: now, or at a time. */
export function NewsForm({ item, delivery }: { item: NewsItem | undefined; delivery: Delivery | undefined }) {
  const navigate = useNavigate()
  const me = useMe()
  const mayWrite = useMay('write_content')
  const feeds = useNewsfeeds()
  const save = useSaveNews()
  const remove = useDeleteNews()
  const [asks, setAsks] = useState<'schedule' | 'delete'>()
  const [fields, setFields] = useState<NewsFields>(() => begun(item, delivery, me.admin.id))
  const [shown] = useState({ html: item?.body ?? '' })
  const body = useRef(shown.html)
  const title = fields.title.trim() || t('outbound.untitled')
  useTitle(title)
  const isLive = item?.state === 'live'
  const chosen = fields.feeds ?? (feeds[0] ? [feeds[0].id] : [])
  const keep = (state: 'draft' | 'live', more: DeliveryRequest, says: string) =>
    save.mutate(
      {
        id: item?.id ?? NEW,
        request: requestOf(fields, body.current, { state, feeds: chosen, before: item }),
        delivery: { ...whomOf(fields.whom), cover_image_url: fields.cover.trim() || null, ...more },
      },
      {
        onSuccess: ({ id }) => {
          toast({ title: says })
          if (!item) void navigate({ to: '/outbound/news/$id', params: { id }, replace: true })
          setAsks(undefined)
        },
      },
    )
  const schedule = (at: number) =>
    keep('draft', { scheduled_at: at }, t('outbound.isScheduled', { when: fullTime(at) }))
  const isReady = fields.title.trim() !== ''
  return (
    <>
      <EditorHead tab="news" title={title} state={item && <StateOf item={item} delivery={delivery} />}>
        {delivery?.scheduled_at && !isLive && (
          <span className="text-soft text-sm max-lg:hidden">
            {t('outbound.isScheduled', { when: fullTime(delivery.scheduled_at) })}
          </span>
        )}
        {mayWrite && (
          <>
            <Button
              busy={save.isPending}
              disabled={!isReady}
              onClick={() => keep(isLive ? 'live' : 'draft', {}, t('outbound.saved'))}
            >
              {isLive ? t('app.save') : t('outbound.saveDraft')}
            </Button>
            {!isLive && (
              <Button
                look="primary"
                busy={save.isPending}
                disabled={!isReady || chosen.length === 0}
                onClick={() => keep('live', {}, t('outbound.isPublished'))}
              >
                {t('outbound.publish')}
              </Button>
            )}
            <Menu
              align="end"
              trigger={
                <Button aria-label={t('outbound.publishMore')} className="px-1.5!">
                  <ChevronDown size={14} aria-hidden="true" />
                </Button>
              }
            >
              {!isLive && (
                <MenuItem disabled={!isReady || chosen.length === 0} onSelect={() => setAsks('schedule')}>
                  {t('outbound.schedule')}
                </MenuItem>
              )}
              {delivery?.scheduled_at && !isLive && (
                <MenuItem onSelect={() => keep('draft', { scheduled_at: null }, t('outbound.saved'))}>
                  {t('outbound.unschedule')}
                </MenuItem>
              )}
              {isLive && (
                <MenuItem onSelect={() => keep('draft', {}, t('outbound.isDraft'))}>
                  {t('outbound.unpublish')}
                </MenuItem>
              )}
              {item && (
                <>
                  <MenuLine />
                  <MenuItem danger onSelect={() => setAsks('delete')}>
                    {t('outbound.delete')}
                  </MenuItem>
                </>
              )}
            </Menu>
          </>
        )}
      </EditorHead>
      <div className="mx-auto flex w-full max-w-6xl flex-1 flex-col gap-8 px-4 py-6 md:px-8 lg:flex-row">
        <div className="min-w-0 flex-1">
          <input
            aria-label={t('outbound.itemTitle')}
            placeholder={t('outbound.itemTitle')}
            value={fields.title}
            maxLength={255}
            readOnly={!mayWrite}
            dir="auto"
            onChange={event => setFields({ ...fields, title: event.target.value })}
            className="mb-4 w-full rounded-md bg-transparent font-semibold text-2xl tracking-tight placeholder:text-faint"
          />
          <ArticleEditor
            label={t('outbound.body')}
            shown={shown}
            isFixed={!mayWrite}
            onWrite={html => {
              body.current = html
            }}
            keepImage={keepImage}
          />
        </div>
        <NewsDetails
          fields={{ ...fields, feeds: chosen }}
          feeds={feeds}
          delivery={delivery}
          isFixed={!mayWrite}
          onChange={change => setFields(before => ({ ...before, ...change }))}
        />
      </div>
      {asks === 'schedule' && (
        <ScheduleDialog
          at={delivery?.scheduled_at ?? undefined}
          busy={save.isPending}
          onSchedule={schedule}
          onClose={() => setAsks(undefined)}
        />
      )}
      <Confirm
        open={asks === 'delete'}
        title={t('outbound.deleteNews', { title })}
        says={t('outbound.deleteNewsSays')}
        doLabel={t('outbound.delete')}
        busy={remove.isPending}
        onDo={() =>
          item &&
          remove.mutate(item.id, {
            onSuccess: () => {
              toast({ title: t('outbound.deleted') })
              void navigate({ to: '/outbound/{-$tab}', params: { tab: 'news' } })
            },
          })
        }
        onClose={() => setAsks(undefined)}
      />
    </>
  )
}

const begun = (item: NewsItem | undefined, delivery: Delivery | undefined, me: string): NewsFields => ({
  title: item?.title ?? '',
  sender: String(item?.sender_id ?? me),
  labels: item?.labels.filter(Boolean).join(', ') ?? '',
  reactions: item ? item.reactions.filter(Boolean).join(' ') : '😄 😐 😞',
  feeds: item?.newsfeed_assignments.map(each => String(each.newsfeed_id)),
  whom: { audience: delivery?.audience_id ?? null, aim: delivery?.aim ?? null },
  cover: delivery?.cover_image_url ?? '',
})

/** An item keeps since when it is on a newsfeed it is on already. */
const requestOf = (
  fields: NewsFields,
  body: string,
  of: { state: 'draft' | 'live'; feeds: string[]; before: NewsItem | undefined },
): NewsRequest => ({
  ...{ title: fields.title.trim(), body, sender_id: Number(fields.sender), state: of.state },
  labels: fields.labels
    .split(',')
    .map(each => each.trim())
    .filter(Boolean),
  reactions: fields.reactions.split(/\s+/).filter(Boolean).slice(0, 10),
  newsfeed_assignments: of.feeds.map(id => {
    const known =
      of.before?.state === 'live' &&
      of.before.newsfeed_assignments.find(each => String(each.newsfeed_id) === id)
    return { newsfeed_id: Number(id), ...(known && { published_at: known.published_at }) }
  }),
})
