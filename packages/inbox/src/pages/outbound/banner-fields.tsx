import type { Banner, BannerRequest } from '../../data/outbound.ts'
import { AudiencePicker, type Whom, whomOf } from '../../parts/audience-picker.tsx'
import { LineEditor } from '../../parts/line-editor.tsx'
import { t } from '../../text/t.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'

/** What is filled in of a banner. */
export interface BannerFields {
  title: string
  body: string
  style: 'inline' | 'floating'
  position: 'top' | 'bottom'
  dismissible: boolean
  action: 'none' | 'link' | 'reaction'
  label: string
  target: string
  /** With spaces between. */
  reactions: string
  whom: Whom
}

export const fieldsOf = (banner: Banner | undefined): BannerFields => ({
  title: banner?.title ?? '',
  body: banner?.body ?? '',
  style: banner?.style === 'floating' ? 'floating' : 'inline',
  position: banner?.position === 'bottom' ? 'bottom' : 'top',
  dismissible: banner?.show_dismiss_button ?? true,
  action: !banner?.action ? 'none' : banner.action.reaction_set.length > 0 ? 'reaction' : 'link',
  label: banner?.action?.label ?? '',
  target: banner?.action?.target ?? '',
  reactions: banner?.action?.reaction_set.map(each => each.unicode_emoticon).join(' ') || '👍 👎',
  whom: { audience: banner?.audience_id ?? null, aim: banner?.aim ?? null },
})

export const requestOf = (fields: BannerFields): BannerRequest => ({
  title: fields.title.trim() || null,
  body: fields.body,
  style: fields.style,
  position: fields.position,
  show_dismiss_button: fields.dismissible,
  action:
    fields.action === 'none'
      ? null
      : fields.action === 'link'
        ? { type: 'link', label: fields.label.trim(), target: addressOf(fields.target) }
        : { type: 'reaction', reactions: fields.reactions.split(/\s+/).filter(Boolean) },
  ...whomOf(fields.whom),
})

/** People write addresses without their beginning. */
const addressOf = (written: string): string =>
  /^\w+:/.test(written.trim()) || written.trim() === '' ? written.trim() : `https://${written.trim()}`

/** What a banner says, where it stands, what it leads to, and whom it is for. */
export function BannerFieldset({
  fields,
  first,
  isFixed,
  onChange,
}: {
  fields: BannerFields
  /** What the text began with. */
  first: string
  isFixed: boolean
  onChange: (change: Partial<BannerFields>) => void
}) {
  return (
    <fieldset disabled={isFixed} className="flex min-w-0 flex-1 flex-col gap-4">
      <Field label={t('outbound.bannerTitle')} hint={t('outbound.bannerTitleHint')}>
        <Input
          value={fields.title}
          maxLength={255}
          dir="auto"
          onChange={event => onChange({ title: event.target.value })}
        />
      </Field>
      <div className="flex flex-col gap-1.5">
        <span className="font-medium">{t('outbound.body')}</span>
        <LineEditor
          label={t('outbound.body')}
          html={first}
          isFixed={isFixed}
          onWrite={body => onChange({ body })}
        />
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('outbound.style')}>
          <Select
            value={fields.style}
            onChange={style => onChange({ style })}
            choices={[
              { value: 'inline', label: t('outbound.inline') },
              { value: 'floating', label: t('outbound.floating') },
            ]}
          />
        </Field>
        <Field label={t('outbound.position')}>
          <Select
            value={fields.position}
            onChange={position => onChange({ position })}
            choices={[
              { value: 'top', label: t('outbound.top') },
              { value: 'bottom', label: t('outbound.bottom') },
            ]}
          />
        </Field>
        <Field label={t('outbound.action')}>
          <Select
            value={fields.action}
            onChange={action => onChange({ action })}
            choices={[
              { value: 'none', label: t('outbound.noAction') },
              { value: 'link', label: t('outbound.link') },
              { value: 'reaction', label: t('outbound.reaction') },
            ]}
          />
        </Field>
        <AudiencePicker value={fields.whom} onChange={whom => onChange({ whom })} />
      </div>
      {fields.action === 'link' && (
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('outbound.linkLabel')}>
            <Input
              value={fields.label}
              maxLength={100}
              dir="auto"
              onChange={event => onChange({ label: event.target.value })}
            />
          </Field>
          <Field label={t('outbound.linkTarget')}>
            <Input
              type="url"
              placeholder="https://"
              value={fields.target}
              maxLength={2048}
              onChange={event => onChange({ target: event.target.value })}
            />
          </Field>
        </div>
      )}
      {fields.action === 'reaction' && (
        <Field label={t('outbound.reactions')} hint={t('outbound.reactionsHint')}>
          <Input
            value={fields.reactions}
            maxLength={120}
            onChange={event => onChange({ reactions: event.target.value })}
          />
        </Field>
      )}
      <Checkbox
        label={t('outbound.dismissible')}
        checked={fields.dismissible}
        onChange={event => onChange({ dismissible: event.target.checked })}
      />
    </fieldset>
  )
}
