import { useOwnAttributes } from '../data/attributes.ts'
import { useMay } from '../data/me.ts'
import { type Contact, useChangePerson } from '../data/person.ts'
import { fullTime, inWords } from '../text/format.ts'
import { t } from '../text/t.ts'
import { EditableFact, Fact } from './fact.tsx'
import { OwnAttributes } from './own-attributes.tsx'
import { SideSection } from './side-section.tsx'

/** What is known of somebody, changed where it stands by those who may. With `all`, also what is not set. */
export function PersonFacts({ contact, all = false }: { contact: Contact; all?: boolean }) {
  const { mutate } = useChangePerson(contact.id)
  const isFixed = !useMay('read_write_users')
  const known = useOwnAttributes('contact')
  const times = { ...(all && timesOf(contact)), [t('inbox.lastSeen')]: contact.last_seen_at }
  return (
    <SideSection title={t('inbox.attributes')}>
      <dl>
        <EditableFact
          {...{ label: t('inbox.name'), value: contact.name ?? '', isFixed }}
          onChange={name => mutate({ name })}
        />
        <EditableFact
          {...{ label: t('inbox.email'), value: contact.email ?? '', isFixed }}
          type="email"
          onChange={email => mutate({ email: email || null })}
        />
        <EditableFact
          {...{ label: t('inbox.phone'), value: contact.phone ?? '', isFixed }}
          type="tel"
          onChange={phone => mutate({ phone: phone || null })}
        />
        {all && contact.role === 'user' && (
          <EditableFact
            {...{ label: t('people.externalId'), value: contact.external_id ?? '', isFixed }}
            onChange={external_id => mutate({ external_id: external_id || null })}
          />
        )}
        {Object.entries(times).map(
          ([label, at]) =>
            at !== null &&
            at !== undefined && (
              <Fact key={label} label={label}>
                <time title={fullTime(at)}>{inWords(at)}</time>
              </Fact>
            ),
        )}
        <OwnAttributes
          values={contact.custom_attributes}
          known={known.filter(({ name }) => all || name in contact.custom_attributes)}
          isFixed={isFixed}
          onChange={custom_attributes => mutate({ custom_attributes })}
        />
      </dl>
    </SideSection>
  )
}

const timesOf = (contact: Contact): Record<string, number | null> => ({
  [t('people.created')]: contact.created_at,
  [t('people.signedUp')]: contact.signed_up_at,
  [t('people.lastContacted')]: contact.last_contacted_at,
  [t('people.lastReplied')]: contact.last_replied_at,
})
