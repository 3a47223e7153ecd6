import { Tabs as Base } from '@base-ui/react/tabs'
import type { ReactNode } from 'react'

export interface Tab<V extends string> {
  value: V
  label: string
  content: ReactNode
}

/** Several panels, one of which shows. */
export const Tabs = <V extends string>({
  tabs,
  value,
  onChange,
}: {
  tabs: Tab<V>[]
  value: V
  onChange: (value: V) => void
}) => (
  <Base.Root value={value} onValueChange={onChange} className="flex min-h-0 flex-1 flex-col">
    <Base.List className="relative flex shrink-0 gap-1 overflow-x-auto border-line border-b px-3">
      {tabs.map(tab => (
        <Base.Tab
          key={tab.value}
          value={tab.value}
          className="h-9 shrink-0 whitespace-nowrap px-2 text-base text-soft hover:text-ink data-active:font-medium data-active:text-ink"
        >
          {tab.label}
        </Base.Tab>
      ))}
      <Base.Indicator className="absolute bottom-0 left-(--active-tab-left) h-0.5 w-(--active-tab-width) bg-accent transition-all" />
    </Base.List>
    {tabs.map(tab => (
      <Base.Panel key={tab.value} value={tab.value} className="min-h-0 flex-1 outline-none">
        {tab.content}
      </Base.Panel>
    ))}
  </Base.Root>
)
