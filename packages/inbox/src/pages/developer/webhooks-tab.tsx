import { Webhook as Icon } from 'lucide-react'
import { useState } from 'react'
import { useApps } from '../../data/apps.ts'
import { useWebhook } from '../../data/webhooks.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { TabHead } from '../../parts/tab-head.tsx'
import { t } from '../../text/t.ts'
import { Select } from '../../ui/select.tsx'
import { Empty } from '../../ui/states.tsx'
import { WebhookForm } from './webhook-form.tsx'

/** Where each app is told what. */
export function WebhooksTab() {
  const apps = useApps()
  const [chosen, setChosen] = useState<string>()
  const app = apps.data?.data.find(({ id }) => id === chosen) ?? apps.data?.data[0]
  return (
    <>
      <TabHead says={t('developer.webhooksSays')} />
      <Loaded query={apps}>
        {({ data }) =>
          app === undefined ? (
            <Empty
              icon={<Icon size={22} aria-hidden="true" />}
              title={t('developer.appsEmpty')}
              says={t('developer.appsEmptySays')}
            />
          ) : (
            <div className="flex max-w-2xl flex-col gap-5">
              <div className="w-64 max-w-full">
                <Select
                  label={t('developer.app')}
                  value={app.id}
                  onChange={setChosen}
                  choices={data.map(({ id, name }) => ({ value: id, label: name }))}
                />
              </div>
              <OfApp key={app.id} app={app} />
            </div>
          )
        }
      </Loaded>
    </>
  )
}

function OfApp({ app }: { app: Parameters<typeof WebhookForm>[0]['app'] }) {
  const webhook = useWebhook(app.id)
  return <Loaded query={webhook}>{data => <WebhookForm app={app} webhook={data} />}</Loaded>
}
