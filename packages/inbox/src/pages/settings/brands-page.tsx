import type { ReactNode } from 'react'
import {
  type Brand,
  deleteBrand,
  useAddresses,
  useBrands,
  useCreateBrand,
  useHelpCenters,
  useUpdateBrand,
} from '../../data/messenger-settings.ts'
import { removeSoon, useGone } from '../../data/removal.ts'
import { AddLine } from '../../forms/add-line.tsx'
import { InlineText } from '../../forms/inline-text.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { GuardedPage } from './guarded-page.tsx'

/** The names a workspace goes by, each with a help center and an address of its own. */
export function BrandsPage() {
  const create = useCreateBrand()
  return (
    <GuardedPage
      permission="manage_workspace"
      title={t('messengers.brands')}
      says={t('messengers.brandsSays')}
    >
      <AddLine
        label={t('messengers.newBrand')}
        placeholder={t('messengers.brandExample')}
        onAdd={name => create.mutateAsync({ body: { name } })}
      />
      <Loaded query={useBrands()}>{({ data }) => <List brands={data} />}</Loaded>
    </GuardedPage>
  )
}

function List({ brands }: { brands: Brand[] }) {
  const isGone = useGone()
  return (
    <ul aria-label={t('messengers.brands')} className="mt-4">
      {brands
        .filter(({ id }) => !isGone(`brand ${id}`))
        .map(brand => (
          <Row key={brand.id} brand={brand} />
        ))}
    </ul>
  )
}

function Row({ brand }: { brand: Brand }) {
  const update = useUpdateBrand()
  const helpCenters = useHelpCenters()
  const addresses = useAddresses()
  const { id, name } = brand
  const change = (body: {
    name?: string
    help_center_id?: string | null
    default_address_settings_id?: string | null
  }) => update.mutate({ params: { id }, body })
  const remove = () =>
    removeSoon({
      key: `brand ${id}`,
      title: t('messengers.brandDeleted', { name }),
      failed: t('settings.failed'),
      run: () => deleteBrand(id),
    })
  return (
    <li className="flex flex-col gap-3 border-line border-b py-3">
      <div className="flex items-center gap-2">
        <InlineText
          label={`${t('settings.name')}: ${name}`}
          value={name}
          className="-ms-1.5 flex-1"
          onSave={text => change({ name: text })}
        />
        {brand.is_default ? (
          <Badge tone="accent">{t('messengers.defaultBrand')}</Badge>
        ) : (
          <Button size="sm" look="quiet" aria-label={`${t('settings.delete')}: ${name}`} onClick={remove}>
            {t('settings.delete')}
          </Button>
        )}
      </div>
      <div className="grid gap-3 sm:grid-cols-2">
        {helpCenters.length > 0 && (
          <Field label={<Of brand={name}>{t('messengers.helpCenter')}</Of>}>
            <Select
              value={brand.help_center_id ?? ''}
              onChange={chosen => change({ help_center_id: chosen })}
              choices={helpCenters.map(each => ({
                value: each.id,
                label: each.display_name ?? each.identifier ?? each.id,
              }))}
            />
          </Field>
        )}
        {addresses.length > 0 && (
          <Field label={<Of brand={name}>{t('messengers.address')}</Of>}>
            <Select
              value={brand.default_address_settings_id ?? ''}
              onChange={chosen => change({ default_address_settings_id: chosen })}
              choices={addresses.map(each => ({ value: each.id, label: each.email }))}
            />
          </Field>
        )}
      </div>
    </li>
  )
}

/** Whose it is stands above; those who hear the page are told with it. */
const Of = ({ brand, children }: { brand: string; children: ReactNode }) => (
  <>
    {children}
    <span className="sr-only">: {brand}</span>
  </>
)
