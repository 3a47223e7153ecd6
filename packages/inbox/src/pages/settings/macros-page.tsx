import { Plus, Zap } from 'lucide-react'
import { useState } from 'react'
import { deleteMacro, type Macro, useAllMacros } from '../../data/organising.ts'
import { removeSoon, useGone } from '../../data/removal.ts'
import { useTeams } from '../../data/team.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/states.tsx'
import { GuardedPage } from './guarded-page.tsx'
import { MacroDialog } from './macro-dialog.tsx'

/** Every saved reply. */
export function MacrosPage() {
  const [open, setOpen] = useState<Macro | 'new'>()
  return (
    <GuardedPage
      permission="manage_workspace"
      title={t('organising.macros')}
      says={t('organising.macrosSays')}
      aside={
        <Button look="primary" icon={<Plus size={15} aria-hidden="true" />} onClick={() => setOpen('new')}>
          {t('organising.newMacro')}
        </Button>
      }
    >
      <Loaded query={useAllMacros()}>{({ data }) => <List macros={data} onOpen={setOpen} />}</Loaded>
      {open && <MacroDialog macro={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />}
    </GuardedPage>
  )
}

function List({ macros, onOpen }: { macros: Macro[]; onOpen: (macro: Macro) => void }) {
  const isGone = useGone()
  const teams = useTeams()
  const shown = macros.filter(({ id }) => !isGone(`macro ${id}`))
  if (shown.length === 0)
    return (
      <Empty
        icon={<Zap size={22} aria-hidden="true" />}
        title={t('organising.macrosEmpty')}
        says={t('organising.macrosEmptySays')}
      />
    )
  return (
    <ul aria-label={t('organising.macros')}>
      {shown.map(macro => {
        const seeing = teams.filter(({ id }) => macro.visible_to_team_ids.includes(id))
        return (
          <li key={macro.id} className="flex items-center gap-3 border-line border-b py-2.5">
            <button
              type="button"
              onClick={() => onOpen(macro)}
              className="-mx-1.5 min-w-0 flex-1 rounded-md px-1.5 py-0.5 text-start hover:bg-hover"
            >
              <span className="flex items-center gap-2">
                <bdi className="truncate font-medium">{macro.name}</bdi>
                {seeing.map(({ id, name }) => (
                  <Badge key={id}>{name}</Badge>
                ))}
              </span>
              <bdi className="block truncate text-faint">{macro.body_text}</bdi>
            </button>
            <Button
              size="sm"
              look="quiet"
              aria-label={`${t('settings.delete')}: ${macro.name}`}
              onClick={() =>
                removeSoon({
                  key: `macro ${macro.id}`,
                  title: t('organising.macroDeleted', { name: macro.name }),
                  failed: t('settings.failed'),
                  run: () => deleteMacro(macro.id),
                })
              }
            >
              {t('settings.delete')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
