import { DEFAULT_VERSION, isAtLeast, NEWEST, parseVersion } from '@guichet/contract/version.ts'
import { CircleCheck, Layers } from 'lucide-react'
import { useState } from 'react'
import { useVersions, type VersionInUse } from '../../data/requests.ts'
import { Bars } from '../../parts/bars.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { TabHead } from '../../parts/tab-head.tsx'
import { inWords } from '../../text/format.ts'
import { type PlainKey, t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Select } from '../../ui/select.tsx'
import { Empty } from '../../ui/states.tsx'

/** The version each client is at, and what would not be the same for it at a newer one. */
export function VersionsTab() {
  const [to, setTo] = useState<string>(DEFAULT_VERSION)
  const versions = useVersions(to)
  return (
    <>
      <TabHead says={t('developer.versionsSays')}>
        <div className="w-40">
          <Select
            label={t('developer.compareWith')}
            value={to}
            onChange={setTo}
            choices={[DEFAULT_VERSION, NEWEST].map(value => ({ value, label: value }))}
          />
        </div>
      </TabHead>
      <Loaded query={versions}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty
              icon={<Layers size={22} aria-hidden="true" />}
              title={t('developer.versionsEmpty')}
              says={t('developer.versionsEmptySays')}
            />
          ) : (
            <ul className="flex flex-col gap-3">
              {data.map(use => (
                <InUse key={`${use.app_id} ${use.through} ${use.client} ${use.version}`} use={use} to={to} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  )
}

function InUse({ use, to }: { use: VersionInUse; to: string }) {
  const { through, client, app_name, version, count, days, last_at, breakages } = use
  const byWebhooks = through === 'webhooks'
  return (
    <li className="rounded-lg border border-line p-4">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2 font-semibold text-md">
            <Badge tone={breakages.length > 0 ? 'warning' : 'accent'}>{version}</Badge>
            <span className="break-all">
              {byWebhooks ? t('developer.byWebhooks') : (client ?? t('developer.noClient'))}
            </span>
          </h2>
          <p className="mt-0.5 text-faint text-sm">
            {[
              app_name,
              byWebhooks ? t('developer.topicsChosen', { count }) : t('developer.callsAWeek', { count }),
              ...(last_at === null ? [] : [t('developer.lastSeen', { time: inWords(last_at) })]),
            ].join(' · ')}
          </p>
        </div>
        {days.length > 0 && (
          <div className="w-28 shrink-0">
            <Bars
              label={t('developer.callsADay')}
              series={[{ label: 'calls', fill: 'fill-accent', mark: 'bg-accent', values: days }]}
              className="h-9"
            />
          </div>
        )}
      </div>
      {breakages.length === 0 ? (
        <p className="mt-2 flex items-center gap-1.5 text-soft">
          <CircleCheck size={15} aria-hidden="true" className="shrink-0 text-accent" />
          {t(saysWhyNot(version, to))}
        </p>
      ) : (
        <details className="mt-2">
          <summary className="cursor-pointer font-medium text-warning">
            {t('developer.wouldChange', { count: breakages.length })}
          </summary>
          <ul className="mt-2 flex flex-col gap-3">
            {breakages.map(breakage => (
              <Breaking
                key={`${breakage.in} ${breakage.kind} ${breakage.model} ${breakage.why}`}
                {...breakage}
              />
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

function saysWhyNot(version: string, to: string): PlainKey {
  const [at, wanted] = [parseVersion(version), parseVersion(to)]
  if (at === wanted) return 'developer.isThere'
  return at && wanted && isAtLeast(at, wanted) ? 'developer.isBeyond' : 'developer.nothingBreaks'
}

const KINDS: Record<VersionInUse['breakages'][number]['kind'], PlainKey> = {
  removed: 'developer.breakRemoved',
  changed: 'developer.breakChanged',
  gone: 'developer.breakGone',
  required: 'developer.breakRequired',
  behaviour: 'developer.breakBehaviour',
}

/** The reason is the contract's own, which speaks English. */
const Breaking = ({ in: since, kind, why, model, fields, shows }: VersionInUse['breakages'][number]) => (
  <li className="border-warning border-s-2 ps-3">
    <p className="flex flex-wrap items-center gap-2">
      <Badge>{since}</Badge>
      <span className="font-medium">{t(KINDS[kind])}</span>
      {model !== null && (
        <code className="font-mono text-faint text-sm">
          {fields.length > 0 ? t('developer.fieldsOf', { model, fields: fields.join(', ') }) : model}
        </code>
      )}
    </p>
    {kind !== 'removed' && (
      <p lang="en" className="text-soft">
        {why}
      </p>
    )}
    <p className="font-mono text-faint text-sm">{shows.join(', ')}</p>
  </li>
)
