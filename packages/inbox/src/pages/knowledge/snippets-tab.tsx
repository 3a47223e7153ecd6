import { Bot, Plus } from 'lucide-react'
import { useState } from 'react'
import {
  type Snippet,
  type SnippetFields,
  useDeleteSnippet,
  useSaveSnippet,
  useSnippets,
} from '../../data/internal-articles.ts'
import { useMay } from '../../data/me.ts'
import { reasonOf } from '../../data/refusal.ts'
import { CONTENT_LOCALES, languageName } from '../../parts/language-name.ts'
import { shortAgo } from '../../text/format.ts'
import { language } from '../../text/language.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { TabHead, TabList } from './tab-list.tsx'

/** Short texts that the AI agents answer from, and nobody else reads. */
export function SnippetsTab() {
  const list = useSnippets()
  const mayWrite = useMay('read_write_content_snippets')
  const [open, setOpen] = useState<Snippet | 'new'>()
  return (
    <>
      <TabHead says={t('knowledge.snippetsSays')}>
        {mayWrite && (
          <Button look="primary" icon={<Plus size={15} aria-hidden="true" />} onClick={() => setOpen('new')}>
            {t('knowledge.newSnippet')}
          </Button>
        )}
      </TabHead>
      <TabList
        list={list}
        icon={<Bot size={22} aria-hidden="true" />}
        emptyTitle={t('knowledge.snippetsEmpty')}
        emptySays={t('knowledge.snippetsEmptySays')}
      >
        <ul className="rounded-xl border border-line p-1">
          {list.rows.map(snippet => (
            <li key={snippet.id} className="flex items-center gap-3 rounded-md px-3 py-2 hover:bg-hover">
              <div className="min-w-0 flex-1">
                <button
                  type="button"
                  dir="auto"
                  onClick={() => setOpen(snippet)}
                  className="max-w-full truncate rounded-sm text-start font-medium"
                >
                  {snippet.title}
                </button>
                <p dir="auto" className="truncate text-faint text-sm">
                  {bodyOf(snippet)}
                </p>
              </div>
              <span className="text-faint text-xs uppercase">{snippet.locale}</span>
              <span className="w-22 shrink-0 whitespace-nowrap text-end text-faint text-sm">
                {shortAgo(snippet.updated_at)}
              </span>
            </li>
          ))}
        </ul>
      </TabList>
      {open && (
        <SnippetDialog
          snippet={open === 'new' ? undefined : open}
          isFixed={!mayWrite}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}

/** The text without the heading that repeats its title. */
function bodyOf({ title, body_markdown }: Snippet): string {
  const text = body_markdown ?? ''
  const head = `# ${title}\n`
  return text.startsWith(head) ? text.slice(head.length).trimStart() : text
}

function SnippetDialog({
  snippet,
  isFixed,
  onClose,
}: {
  snippet: Snippet | undefined
  isFixed: boolean
  onClose: () => void
}) {
  const [fields, setFields] = useState<SnippetFields>({
    title: snippet?.title ?? '',
    body_markdown: snippet ? bodyOf(snippet) : '',
    locale: snippet?.locale ?? language(),
    ai_chatbot_availability: snippet?.ai_chatbot_availability ?? true,
    ai_copilot_availability: snippet?.ai_copilot_availability ?? true,
  })
  const save = useSaveSnippet()
  const remove = useDeleteSnippet()
  const set = (of: Partial<SnippetFields>) => setFields(before => ({ ...before, ...of }))
  return (
    <Dialog
      open
      onClose={onClose}
      title={snippet ? t('knowledge.snippet') : t('knowledge.newSnippet')}
      closeLabel={t('app.close')}
      width="lg"
      footer={
        !isFixed && (
          <>
            {snippet && (
              <Button
                look="quiet"
                className="me-auto text-danger!"
                busy={remove.isPending}
                onClick={() => remove.mutate(snippet.id, { onSuccess: onClose })}
              >
                {t('knowledge.delete')}
              </Button>
            )}
            <Button onClick={onClose}>{t('app.cancel')}</Button>
            <Button
              look="primary"
              busy={save.isPending}
              disabled={fields.title.trim() === ''}
              onClick={() => save.mutate({ id: snippet?.id, ...fields }, { onSuccess: onClose })}
            >
              {t('app.save')}
            </Button>
          </>
        )
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('knowledge.name')} error={save.error ? reasonOf(save.error) : undefined}>
          <Input
            value={fields.title}
            maxLength={255}
            readOnly={isFixed}
            dir="auto"
            onChange={event => set({ title: event.target.value })}
          />
        </Field>
        <Field label={t('knowledge.snippetText')} hint={t('knowledge.markdownHint')}>
          <Textarea
            value={fields.body_markdown}
            rows={8}
            readOnly={isFixed}
            dir="auto"
            onChange={event => set({ body_markdown: event.target.value })}
          />
        </Field>
        <Field label={t('knowledge.language')} className="max-w-60">
          <Select
            value={fields.locale}
            onChange={locale => set({ locale })}
            choices={[...new Set([fields.locale, ...CONTENT_LOCALES])].map(value => ({
              ...{ value, label: languageName(value) },
            }))}
          />
        </Field>
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1.5 font-medium">{t('knowledge.usedBy')}</legend>
          <Checkbox
            label={t('knowledge.usedByAgent')}
            checked={fields.ai_chatbot_availability}
            disabled={isFixed}
            onChange={event => set({ ai_chatbot_availability: event.target.checked })}
          />
          <Checkbox
            label={t('knowledge.usedByCopilot')}
            checked={fields.ai_copilot_availability}
            disabled={isFixed}
            onChange={event => set({ ai_copilot_availability: event.target.checked })}
          />
        </fieldset>
      </div>
    </Dialog>
  )
}
