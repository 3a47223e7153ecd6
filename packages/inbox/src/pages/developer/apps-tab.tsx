import { Blocks, Plus } from 'lucide-react'
import { useState } from 'react'
import { type App, useApps, useInstallApp } from '../../data/apps.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { TabHead, Wide } from '../../parts/tab-head.tsx'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { toast } from '../../ui/toast.tsx'
import { AppDialog } from './app-dialog.tsx'
import { InstalledApps } from './installed-apps.tsx'
import { NewApp } from './new-app.tsx'

/** What the workspace builds. */
export function AppsTab() {
  const apps = useApps()
  const install = useInstallApp()
  const [isMaking, setMaking] = useState(false)
  const [openId, setOpenId] = useState<string>()
  const columns: Column<App>[] = [
    {
      key: 'name',
      label: t('developer.appName'),
      cell: app => (
        <button
          type="button"
          onClick={() => setOpenId(app.id)}
          className="font-medium text-accent underline-offset-2 hover:underline"
        >
          {app.name}
        </button>
      ),
    },
    {
      key: 'version',
      label: t('developer.version'),
      cell: app => app.api_version ?? t('developer.newestStable'),
    },
    {
      key: 'scopes',
      label: t('developer.permissions'),
      cell: ({ scopes }) =>
        scopes.includes('all') ? t('developer.everything') : t('developer.chosen', { count: scopes.length }),
    },
    {
      key: 'webhook',
      label: t('developer.topics'),
      cell: app =>
        app.webhook_url ? t('developer.topicsChosen', { count: app.webhook_topics.length }) : '—',
    },
    {
      key: 'installed',
      label: t('developer.status'),
      cell: app =>
        app.installed ? (
          <Badge tone="accent">{t('developer.installed')}</Badge>
        ) : (
          <Button
            size="sm"
            aria-label={`${t('developer.install')}: ${app.name}`}
            busy={install.isPending}
            onClick={() =>
              install.mutate(app.id, { onSuccess: () => toast({ title: t('developer.nowInstalled') }) })
            }
          >
            {t('developer.install')}
          </Button>
        ),
    },
  ]
  const open = apps.data?.data.find(({ id }) => id === openId)
  return (
    <>
      <TabHead says={t('developer.appsSays')}>
        <Button look="primary" icon={<Plus size={15} aria-hidden="true" />} onClick={() => setMaking(true)}>
          {t('developer.newApp')}
        </Button>
      </TabHead>
      <Loaded query={apps}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty
              icon={<Blocks size={22} aria-hidden="true" />}
              title={t('developer.appsEmpty')}
              says={t('developer.appsEmptySays')}
            />
          ) : (
            <Wide label={t('developer.apps')}>
              <Table label={t('developer.apps')} columns={columns} rows={data} keyOf={({ id }) => id} />
            </Wide>
          )
        }
      </Loaded>
      <InstalledApps />
      {isMaking && <NewApp onClose={() => setMaking(false)} onMade={app => setOpenId(app.id)} />}
      {open && <AppDialog key={open.id} app={open} onClose={() => setOpenId(undefined)} />}
    </>
  )
}
