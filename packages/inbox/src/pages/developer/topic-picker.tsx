import { Search } from 'lucide-react'
import { useState } from 'react'
import type { App } from '../../data/apps.ts'
import { type Topic, useTopics } from '../../data/webhooks.ts'
import { type PlainKey, t } from '../../text/t.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Input } from '../../ui/input.tsx'

const FAMILIES: [prefix: string, label: PlainKey][] = [
  ['contact', 'developer.family_contact'],
  ['company', 'developer.family_company'],
  ['conversation', 'developer.family_conversation'],
  ['ticket', 'developer.family_ticket'],
  ['admin', 'developer.family_admin'],
  ['article', 'developer.family_article'],
  ['content', 'developer.family_content'],
  ['call', 'developer.family_call'],
]

const familyOf = ({ name }: Topic): PlainKey =>
  FAMILIES.find(([prefix]) => new RegExp(`^${prefix}[._]`).test(name))?.[1] ?? 'developer.family_other'

/** Any of the two permissions about people is enough for what is told of them. */
const PEOPLE = ['read_users_and_companies', 'read_write_users']

const lacks = ({ scopes }: App, { scope }: Topic): boolean =>
  scope !== null &&
  !scopes.includes('all') &&
  !scopes.includes(scope) &&
  !(PEOPLE.includes(scope) && PEOPLE.some(each => scopes.includes(each)))

/** Which topics an app is told of, by family, each with the permission it needs. */
export function TopicPicker({
  app,
  chosen,
  onChange,
}: {
  app: App
  chosen: readonly string[]
  onChange: (chosen: string[]) => void
}) {
  const topics = useTopics().data?.data.filter(({ name }) => name !== 'ping') ?? []
  const [words, setWords] = useState('')
  const found = topics.filter(({ name }) => name.includes(words.trim().toLowerCase()))
  const byFamily = Map.groupBy(found, familyOf)
  const order: PlainKey[] = [...FAMILIES.map(([, label]) => label), 'developer.family_other']
  const toggle = (name: string, on: boolean) =>
    onChange(on ? [...chosen, name] : chosen.filter(each => each !== name))
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1.5 flex w-full items-baseline justify-between font-medium">
        {t('developer.topics')}
        <span className="font-normal text-faint text-sm">
          {t('developer.topicsChosen', { count: chosen.length })}
        </span>
      </legend>
      <Input
        aria-label={t('developer.findTopic')}
        placeholder={t('developer.findTopic')}
        icon={<Search size={14} />}
        value={words}
        onChange={event => setWords(event.target.value)}
      />
      <div className="max-h-80 overflow-y-auto rounded-md border border-line p-3">
        {order.map(family => {
          const members = byFamily.get(family)
          return (
            members && (
              <div key={family} className="mb-4 last:mb-0">
                <h2 className="mb-2 font-medium text-faint text-sm">{t(family)}</h2>
                <div className="grid gap-2 sm:grid-cols-2">
                  {members.map(topic => (
                    <Checkbox
                      key={topic.name}
                      label={<code className="font-mono text-sm">{topic.name}</code>}
                      hint={<Needs app={app} topic={topic} />}
                      checked={chosen.includes(topic.name)}
                      disabled={lacks(app, topic) && !chosen.includes(topic.name)}
                      onChange={event => toggle(topic.name, event.target.checked)}
                    />
                  ))}
                </div>
              </div>
            )
          )
        })}
      </div>
    </fieldset>
  )
}

function Needs({ app, topic }: { app: App; topic: Topic }) {
  const { scope, since } = topic
  const needs =
    scope === null
      ? undefined
      : lacks(app, topic)
        ? t('developer.needsLacking', { scope })
        : t('developer.needs', { scope })
  const from = since === null ? undefined : t('developer.sinceVersion', { version: since })
  return <>{[needs, from].filter(Boolean).join(' · ')}</>
}
