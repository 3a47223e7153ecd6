import type { Editor } from '@tiptap/react'
import { useState } from 'react'
import { type Macro, useCreateMacro, useUpdateMacro } from '../../data/organising.ts'
import { reasonOf } from '../../data/refusal.ts'
import { useTeams } from '../../data/team.ts'
import { Form } from '../../forms/form.tsx'
import { RichText } from '../../forms/rich-text.tsx'
import { type PlainKey, t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { toast } from '../../ui/toast.tsx'

/** What is filled in when it is used, by the placeholder. */
const VARIABLES: { placeholder: string; label: PlainKey }[] = [
  { placeholder: '{{user.first_name|fallback:"there"}}', label: 'organising.varFirstName' },
  { placeholder: '{{user.name|fallback:"there"}}', label: 'organising.varName' },
  { placeholder: '{{user.email}}', label: 'organising.varEmail' },
  { placeholder: '{{user.city}}', label: 'organising.varCity' },
  { placeholder: '{{user.country}}', label: 'organising.varCountry' },
  { placeholder: '{{teammate.first_name}}', label: 'organising.varTeammate' },
  { placeholder: '{{workspace.name}}', label: 'organising.varWorkspace' },
]

/** Writes a macro, as one writes to customers. */
export function MacroDialog({ macro, onClose }: { macro: Macro | undefined; onClose: () => void }) {
  const create = useCreateMacro()
  const update = useUpdateMacro()
  const [editor, setEditor] = useState<Editor | null>(null)
  const [teamIds, setTeamIds] = useState<readonly string[]>(macro?.visible_to_team_ids ?? [])
  const { error, isPending } = macro ? update : create
  const save = ({ name }: { name: string }) => {
    const body = {
      ...{ name, body: editor && !editor.isEmpty ? editor.getHTML() : '' },
      team_ids: teamIds.length > 0 ? [...teamIds] : null,
    }
    const done = {
      onSuccess: () => {
        toast({ title: t('settings.saved') })
        onClose()
      },
    }
    if (macro) update.mutate({ params: { id: macro.id }, body }, done)
    else create.mutate({ body }, done)
  }
  return (
    <Dialog
      open
      onClose={onClose}
      width="lg"
      title={macro ? macro.name : t('organising.newMacro')}
      closeLabel={t('app.close')}
    >
      <Form
        label={t('organising.macros')}
        names={['name']}
        error={error ? reasonOf(error) : undefined}
        onSubmit={save}
      >
        <Field label={t('settings.name')}>
          <Input name="name" defaultValue={macro?.name ?? ''} dir="auto" maxLength={255} required />
        </Field>
        <div className="flex flex-col gap-1.5">
          <p className="font-medium" id="macro-text">
            {t('organising.words')}
          </p>
          <RichText
            label={t('organising.words')}
            content={macro?.source ?? ''}
            onEditor={setEditor}
            aside={
              <Menu
                trigger={
                  <Button size="sm" look="quiet">
                    {t('organising.variables')}
                  </Button>
                }
              >
                {VARIABLES.map(({ placeholder, label }) => (
                  <MenuItem
                    key={placeholder}
                    onSelect={() => editor?.chain().focus().insertContent(placeholder).run()}
                  >
                    {t(label)}
                  </MenuItem>
                ))}
              </Menu>
            }
          />
        </div>
        <Seeing chosen={teamIds} onChoose={setTeamIds} />
        <Button type="submit" look="primary" busy={isPending} className="self-end">
          {t('app.save')}
        </Button>
      </Form>
    </Dialog>
  )
}

function Seeing({
  chosen,
  onChoose,
}: {
  chosen: readonly string[]
  onChoose: (ids: readonly string[]) => void
}) {
  const teams = useTeams()
  if (teams.length === 0) return null
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{t('organising.seenBy')}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1.5">
        <Checkbox
          label={t('organising.everybody')}
          checked={chosen.length === 0}
          disabled={chosen.length === 0}
          onChange={() => onChoose([])}
        />
        {teams.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={<bdi>{name}</bdi>}
            checked={chosen.includes(id)}
            onChange={event =>
              onChoose(event.target.checked ? [...chosen, id] : chosen.filter(each => each !== id))
            }
          />
        ))}
      </div>
    </fieldset>
  )
}
