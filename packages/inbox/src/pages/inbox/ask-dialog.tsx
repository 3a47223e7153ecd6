import { useState } from 'react'
import { useOwnAttributes } from '../../data/attributes.ts'
import { useSendForm } from '../../data/forms.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { toast } from '../../ui/toast.tsx'

/** No form asks for more. */
const MOST = 8

/** Asks a customer for what is not known of them, by a form in their messenger. */
export function AskDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const send = useSendForm(id)
  const own = useOwnAttributes('contact')
  const [body, setBody] = useState(t('outbound.askFirst'))
  const [chosen, setChosen] = useState(['email'])
  const all = [
    { name: 'email', label: t('inbox.email') },
    { name: 'name', label: t('inbox.name') },
    { name: 'phone', label: t('inbox.phone') },
    ...own.map(({ full_name, label }) => ({ name: full_name, label })),
  ]
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('inbox.ask')}
      says={t('outbound.askSays')}
      closeLabel={t('app.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button
            look="primary"
            busy={send.isPending}
            disabled={body.trim() === '' || chosen.length === 0}
            onClick={() =>
              send.mutate(
                { body, attributes: chosen },
                {
                  onSuccess: () => {
                    toast({ title: t('outbound.asked') })
                    onClose()
                  },
                },
              )
            }
          >
            {t('outbound.askDo')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <Field label={t('outbound.askWords')}>
          <Textarea value={body} dir="auto" onChange={event => setBody(event.target.value)} />
        </Field>
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1.5 font-medium">{t('outbound.askFor')}</legend>
          {all.map(({ name, label }) => (
            <Checkbox
              key={name}
              label={label}
              checked={chosen.includes(name)}
              disabled={!chosen.includes(name) && chosen.length >= MOST}
              onChange={event =>
                setChosen(event.target.checked ? [...chosen, name] : chosen.filter(each => each !== name))
              }
            />
          ))}
        </fieldset>
      </div>
    </Dialog>
  )
}
