import { useState } from 'react'
import { type Site, useCollection, useCreateCollection, useUpdateCollection } from '../../data/knowledge.ts'
import { reasonOf } from '../../data/refusal.ts'
import { languageName } from '../../parts/language-name.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { Textarea } from '../../ui/textarea.tsx'

type Texts = Record<string, { name: string; description: string }>

/** What a collection is called and what it is about, in each language of its help center; a new one in the first. */
export function CollectionDialog({
  id,
  parentId,
  site,
  onClose,
}: {
  id: string | undefined
  parentId: string | undefined
  site: Site | undefined
  onClose: () => void
}) {
  const found = useCollection(id)
  const locales = site?.locales ?? []
  const main = site?.default_locale ?? 'en'
  const title = t(id === undefined ? 'knowledge.newCollection' : 'knowledge.editCollection')
  const { data } = found
  const known: Texts = data
    ? {
        ...textsOf(data.translated_content ?? {}),
        [main]: { name: data.name, description: data.description ?? '' },
      }
    : {}
  if (id !== undefined && !data)
    return (
      <Dialog open onClose={onClose} title={title} closeLabel={t('app.close')}>
        <SkeletonLines label={t('app.loading')} />
      </Dialog>
    )
  return (
    <CollectionForm
      {...{ id, parentId, title, known, onClose }}
      siteId={site?.id}
      locales={[main, ...(id === undefined ? [] : locales.filter(each => each !== main))]}
    />
  )
}

const textsOf = (translated: Record<string, unknown>): Texts =>
  Object.fromEntries(
    Object.entries(translated).flatMap(([locale, text]) =>
      typeof text === 'object' && text !== null && 'name' in text
        ? [
            [
              locale,
              {
                name: String(text.name),
                description: 'description' in text ? String(text.description ?? '') : '',
              },
            ],
          ]
        : [],
    ),
  )

function CollectionForm({
  id,
  parentId,
  siteId,
  title,
  known,
  locales,
  onClose,
}: {
  id: string | undefined
  parentId: string | undefined
  siteId: string | undefined
  title: string
  known: Texts
  locales: string[]
  onClose: () => void
}) {
  const [texts, setTexts] = useState<Texts>(known)
  const create = useCreateCollection()
  const update = useUpdateCollection()
  const [main = 'en'] = locales
  const change = (locale: string, of: Partial<Texts[string]>) =>
    setTexts(before => ({
      ...before,
      [locale]: { ...(before[locale] ?? { name: '', description: '' }), ...of },
    }))
  const name = texts[main]?.name.trim() ?? ''
  const error = create.error ?? update.error
  const submit = () => {
    if (name === '') return
    if (id === undefined)
      create.mutate(
        {
          name,
          description: texts[main]?.description ?? '',
          parentId,
          ...(siteId !== undefined && { siteId }),
        },
        { onSuccess: onClose },
      )
    else {
      const named = Object.fromEntries(Object.entries(texts).filter(([, text]) => text.name.trim() !== ''))
      update.mutate({ id, texts: named }, { onSuccess: onClose })
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={title}
      closeLabel={t('app.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button
            look="primary"
            disabled={name === ''}
            busy={create.isPending || update.isPending}
            onClick={submit}
          >
            {t('app.save')}
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-5"
        onSubmit={event => {
          event.preventDefault()
          submit()
        }}
      >
        {locales.map(locale => (
          <fieldset key={locale} className="flex flex-col gap-3">
            {locales.length > 1 && (
              <legend className="mb-2 font-semibold text-md">{languageName(locale)}</legend>
            )}
            <Field label={t('knowledge.name')} error={locale === main && error ? reasonOf(error) : undefined}>
              <Input
                value={texts[locale]?.name ?? ''}
                maxLength={255}
                dir="auto"
                lang={locale}
                onChange={event => change(locale, { name: event.target.value })}
              />
            </Field>
            <Field label={t('knowledge.description')}>
              <Textarea
                value={texts[locale]?.description ?? ''}
                rows={2}
                dir="auto"
                lang={locale}
                onChange={event => change(locale, { description: event.target.value })}
              />
            </Field>
          </fieldset>
        ))}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </form>
    </Dialog>
  )
}
