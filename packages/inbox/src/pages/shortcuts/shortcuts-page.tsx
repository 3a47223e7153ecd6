import { ACTION_GROUPS, useCurrentActions } from '../../actions/actions.ts'
import { GROUP_NAMES } from '../../actions/group-names.ts'
import { INBOX_KEYS } from '../../actions/inbox-keys.ts'
import { Page } from '../../parts/page.tsx'
import { t } from '../../text/t.ts'
import { Kbd } from '../../ui/kbd.tsx'

/** Every key of the app. Those of other pages are listed too: one learns them before one is there. */
export function ShortcutsPage() {
  const current = useCurrentActions()
  const groups = ACTION_GROUPS.filter(group => group !== 'here').map(group => ({
    title: t(GROUP_NAMES[group]),
    rows: current.filter(action => action.group === group && action.keys !== undefined),
  }))
  const inbox = Object.values(INBOX_KEYS).map(({ label, keys }) => ({ id: label, label: t(label), keys }))
  const all = [{ title: t('app.inbox'), rows: inbox }, ...groups].filter(({ rows }) => rows.length > 0)
  return (
    <Page title={t('app.shortcuts')} says={t('app.shortcutsSays')}>
      <div className="gap-10 md:columns-2">
        {all.map(({ title, rows }) => (
          <section key={title} className="mb-8 break-inside-avoid">
            <h2 className="mb-1 font-medium text-faint text-sm">{title}</h2>
            <dl>
              {rows.map(({ id, label, keys = '' }) => (
                <div key={id} className="flex h-9 items-center justify-between border-line border-b">
                  <dt>{label}</dt>
                  <dd>
                    <Kbd keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Page>
  )
}
