import { filterOf, useOwnAttributes } from '../data/attributes.ts'
import type { FilterField } from '../data/filters.ts'
import { useSegments } from '../data/segments.ts'
import { useTags } from '../data/tags.ts'
import { useAdmins } from '../data/team.ts'
import { t } from '../text/t.ts'

/** Everything contacts can be filtered by; visitors too, where things are for them. */
export function useContactFields({ withVisitors = false } = {}): FilterField[] {
  const own = useOwnAttributes('contact').map(filterOf)
  const tags = useTags().map(({ id, name }) => ({ value: id, label: name }))
  const segments = useSegments().map(({ id, name }) => ({ value: id, label: name }))
  const admins = useAdmins().map(({ id, name }) => ({ value: id, label: name }))
  const roles = [
    { value: 'user', label: t('inbox.user') },
    { value: 'lead', label: t('inbox.lead') },
    ...(withVisitors ? [{ value: 'visitor', label: t('people.visitor') }] : []),
  ]
  const field = (
    kind: FilterField['kind'],
    name: string,
    label: string,
    choices?: FilterField['choices'],
  ) => ({
    ...{ kind, name, label },
    ...(choices && { choices }),
  })
  return [
    field('text', 'name', t('inbox.name')),
    field('text', 'email', t('inbox.email')),
    field('text', 'email_domain', t('people.emailDomain')),
    field('text', 'phone', t('inbox.phone')),
    field('choice', 'role', t('people.role'), roles),
    field('choice', 'tag_id', t('inbox.tag'), tags),
    field('choice', 'segment_id', t('people.segment'), segments),
    {
      ...field('choice', 'owner_id', t('people.owner'), [
        { value: '0', label: t('inbox.unassigned') },
        ...admins,
      ]),
      numeric: true,
    },
    field('date', 'created_at', t('people.created')),
    field('date', 'last_seen_at', t('inbox.lastSeen')),
    field('date', 'signed_up_at', t('people.signedUp')),
    field('date', 'last_contacted_at', t('people.lastContacted')),
    field('date', 'last_replied_at', t('people.lastReplied')),
    field('text', 'external_id', t('people.externalId')),
    field('text', 'location.city', t('people.city')),
    field('text', 'location.country', t('people.country')),
    field('text', 'browser', t('people.browser')),
    field('text', 'os', t('people.os')),
    field('boolean', 'unsubscribed_from_emails', t('people.unsubscribed')),
    field('boolean', 'has_hard_bounced', t('people.bounced')),
    ...own,
  ].filter(({ kind, choices }) => withVisitors || kind !== 'choice' || (choices?.length ?? 0) > 0)
}
