import type { LinkProps } from '@tanstack/react-router'
import {
  BookOpen,
  Building2,
  ChartColumn,
  CodeXml,
  ContactRound,
  Inbox,
  Megaphone,
  Search,
  Settings,
  Ticket,
} from 'lucide-react'
import type { ComponentType } from 'react'
import type { PlainKey } from '../text/t.ts'

export interface Place {
  to: NonNullable<LinkProps['to']>
  label: PlainKey
  icon: ComponentType<{ size?: number }>
  /** The keys that lead there. */
  keys: string
  /** The permission of those who see it; everybody without. */
  permission?: string
  /** Stands in the list of another place: the rail goes without it, keys and the palette lead there. */
  isWithin?: true
}

/** The places of the app, in the order of the rail. A page that is not built is not here. */
export const PLACES: Place[] = [
  { to: '/inbox', label: 'app.inbox', icon: Inbox, keys: 'g i' },
  { to: '/search', label: 'app.search', icon: Search, keys: '/' },
  { to: '/tickets', label: 'app.tickets', icon: Ticket, keys: 'g t' },
  { to: '/contacts', label: 'app.contacts', icon: ContactRound, keys: 'g c' },
  { to: '/companies', label: 'app.companies', icon: Building2, keys: 'g o' },
  {
    ...{ to: '/knowledge/{-$tab}', label: 'app.knowledge', icon: BookOpen, keys: 'g k' },
    permission: 'read_articles_scope',
  },
  {
    ...{ to: '/outbound/{-$tab}', label: 'app.outbound', icon: Megaphone, keys: 'g b' },
    permission: 'read_content',
  },
  {
    ...{ to: '/reports', label: 'app.reports', icon: ChartColumn, keys: 'g r' },
    permission: 'export_reporting_data',
  },
  {
    ...{ to: '/developer/{-$tab}', label: 'app.developer', icon: CodeXml, keys: 'g d' },
    ...{ permission: 'manage_developer', isWithin: true },
  },
  { to: '/settings', label: 'app.settings', icon: Settings, keys: 'g s' },
]

/** The places that whoever has these permissions sees. */
export const placesFor = (permissions: readonly string[]): Place[] =>
  PLACES.filter(({ permission }) => permission === undefined || permissions.includes(permission))
