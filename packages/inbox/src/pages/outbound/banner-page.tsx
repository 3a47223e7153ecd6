import { useNavigate, useParams } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '../../data/me.ts'
import { type Banner, NEW, useActOnBanner, useBanner } from '../../data/outbound.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { useTitle } from '../../parts/use-title.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { toast } from '../../ui/toast.tsx'
import { BannerChart } from './banner-chart.tsx'
import { BannerFieldset, fieldsOf, requestOf } from './banner-fields.tsx'
import { BannerPreview } from './banner-preview.tsx'
import { BannerState, nameOf } from './banners-tab.tsx'
import { EditorFrame, EditorHead } from './editor-frame.tsx'

/** Where a banner is made, started and stopped. */
export function BannerPage() {
  const { id } = useParams({ from: '/shell/outbound/banners/$id' })
  const banner = useBanner(id)
  return (
    <EditorFrame query={banner} isNew={id === NEW}>
      {(id === NEW || banner.data) && <Open key={id} banner={id === NEW ? undefined : banner.data} />}
    </EditorFrame>
  )
}

function Open({ banner }: { banner: Banner | undefined }) {
  const navigate = useNavigate()
  const mayWrite = useMay('write_content')
  const act = useActOnBanner()
  const [isLeaving, setLeaving] = useState(false)
  const [fields, setFields] = useState(() => fieldsOf(banner))
  const [first] = useState(fields.body)
  const id = banner?.id ?? NEW
  const title = nameOf(fields)
  useTitle(title)
  const isEmpty = fields.body === ''
  const go = (turn: 'start' | 'stop' | undefined, says: string) =>
    act.mutate(
      { id, ...(turn !== 'stop' && { save: requestOf(fields) }), ...(turn && { turn }) },
      {
        onSuccess: made => {
          toast({
            title: says,
            ...(turn === 'stop' && {
              undo: { label: t('app.undo'), run: () => act.mutate({ id, turn: 'start' }) },
            }),
          })
          if (!banner && made)
            void navigate({ to: '/outbound/banners/$id', params: { id: made.id }, replace: true })
        },
      },
    )
  return (
    <>
      <EditorHead tab="banners" title={title} state={banner && <BannerState banner={banner} />}>
        {mayWrite && (
          <>
            {banner && (
              <IconButton
                label={t('outbound.delete')}
                icon={<Trash2 size={15} aria-hidden="true" />}
                onClick={() => setLeaving(true)}
              />
            )}
            <Button
              busy={act.isPending}
              disabled={isEmpty}
              onClick={() => go(undefined, t('outbound.saved'))}
            >
              {t('app.save')}
            </Button>
            {banner?.state === 'live' ? (
              <Button busy={act.isPending} onClick={() => go('stop', t('outbound.stoppedNow'))}>
                {t('outbound.stop')}
              </Button>
            ) : (
              <Button
                look="primary"
                busy={act.isPending}
                disabled={isEmpty}
                onClick={() => go('start', t('outbound.started'))}
              >
                {t('outbound.start')}
              </Button>
            )}
          </>
        )}
      </EditorHead>
      <div className="mx-auto flex w-full max-w-6xl flex-col gap-8 px-4 py-6 md:px-8 lg:flex-row">
        <BannerFieldset
          fields={fields}
          first={first}
          isFixed={!mayWrite}
          onChange={change => setFields(before => ({ ...before, ...change }))}
        />
        <div className="flex min-w-0 flex-1 flex-col gap-6">
          <BannerPreview fields={fields} />
          {banner && banner.state !== 'draft' && <BannerChart banner={banner} />}
        </div>
      </div>
      <Confirm
        open={isLeaving}
        title={t('outbound.deleteBanner')}
        says={t('outbound.deleteBannerSays')}
        doLabel={t('outbound.delete')}
        busy={act.isPending}
        onDo={() =>
          act.mutate(
            { id, turn: 'delete' },
            {
              onSuccess: () => {
                toast({ title: t('outbound.deleted') })
                void navigate({ to: '/outbound/{-$tab}', params: { tab: 'banners' } })
              },
            },
          )
        }
        onClose={() => setLeaving(false)}
      />
    </>
  )
}
