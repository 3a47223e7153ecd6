import type { Delivery, useNewsfeeds } from '../../data/outbound.ts'
import { useAdmins } from '../../data/team.ts'
import { AudiencePicker, type Whom } from '../../parts/audience-picker.tsx'
import { t } from '../../text/t.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'

/** What is filled in of a piece of news beside its text. */
export interface NewsFields {
  title: string
  sender: string
  /** With commas between. */
  labels: string
  /** With spaces between. */
  reactions: string
  /** The ids of newsfeeds; the first of the workspace until one says. */
  feeds: string[] | undefined
  whom: Whom
  cover: string
}

/** Who tells it to whom, where, and how it reached. */
export function NewsDetails({
  fields,
  feeds,
  delivery,
  isFixed,
  onChange,
}: {
  fields: NewsFields
  feeds: ReturnType<typeof useNewsfeeds>
  delivery: Delivery | undefined
  isFixed: boolean
  onChange: (change: Partial<NewsFields>) => void
}) {
  const admins = useAdmins()
  const chosen = fields.feeds ?? []
  return (
    <fieldset disabled={isFixed} className="flex w-full shrink-0 flex-col gap-4 lg:w-72">
      {delivery && (
        <section aria-label={t('outbound.reach')} className="rounded-xl border border-line p-4">
          <h2 className="font-semibold">{t('outbound.reach')}</h2>
          <p className="mt-1 text-soft">
            {delivery.reach.seen > 0
              ? t('outbound.seen', { count: delivery.reach.seen })
              : t('outbound.notRead')}
          </p>
          {delivery.reach.reactions.length > 0 && (
            <ul className="mt-2 flex flex-wrap gap-2">
              {delivery.reach.reactions.map(({ reaction, count }) => (
                <li key={reaction} className="rounded-full bg-sunken px-2.5 py-0.5">
                  {reaction} <b className="font-medium">{count}</b>
                </li>
              ))}
            </ul>
          )}
        </section>
      )}
      <Field label={t('outbound.sender')}>
        <Select
          value={fields.sender}
          onChange={sender => onChange({ sender })}
          choices={admins.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1.5 font-medium">{t('outbound.onFeeds')}</legend>
        {feeds.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={chosen.includes(id)}
            onChange={event =>
              onChange({
                feeds: event.target.checked ? [...chosen, id] : chosen.filter(each => each !== id),
              })
            }
          />
        ))}
      </fieldset>
      <AudiencePicker value={fields.whom} onChange={whom => onChange({ whom })} />
      <Field label={t('outbound.reactions')} hint={t('outbound.reactionsHint')}>
        <Input
          value={fields.reactions}
          maxLength={120}
          onChange={event => onChange({ reactions: event.target.value })}
        />
      </Field>
      <Field label={t('outbound.labels')} hint={t('outbound.labelsHint')}>
        <Input
          value={fields.labels}
          maxLength={500}
          dir="auto"
          onChange={event => onChange({ labels: event.target.value })}
        />
      </Field>
      <Field label={t('outbound.cover')} hint={t('outbound.coverHint')}>
        <Input
          type="url"
          placeholder="https://"
          value={fields.cover}
          maxLength={2048}
          onChange={event => onChange({ cover: event.target.value })}
        />
      </Field>
    </fieldset>
  )
}
