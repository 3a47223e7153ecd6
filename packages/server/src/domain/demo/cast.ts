import type { SaveCompanyRequest } from '@guichet/contract/operations/companies.ts'
import type { CreateContactRequest } from '@guichet/contract/operations/contacts.ts'
import type { Static } from '@guichet/contract/schema.ts'

/** The visitor whom conformance/fixtures.json names. */
export const VISITOR_USER_ID = '5c1a2b3d-7e8f-4a0b-9c1d-2e3f4a5b6c7d'

export const teammates = {
  camille: {
    name: 'Camille Fournier',
    email: 'camille@brindille.example',
    job: 'Head of support',
    role: 'owner',
  },
  noor: { name: 'Noor El Amrani', email: 'noor@brindille.example', job: 'Support', role: 'admin' },
  leo: { name: 'Léo Marchand', email: 'leo@brindille.example', job: 'Orders and stock', role: 'agent' },
  hana: { name: 'Hana Sato', email: 'hana@brindille.example', job: 'Gardener', role: 'light' },
} as const

export type TeammateKey = keyof typeof teammates

export const teams: Record<'care' | 'orders', { name: string; method: string; members: TeammateKey[] }> = {
  care: { name: 'Customer care', method: 'manual_assignment', members: ['camille', 'noor', 'hana'] },
  orders: { name: 'Orders', method: 'manual_assignment', members: ['leo', 'noor'] },
}

export type TeamKey = keyof typeof teams

export const companies: Record<string, Static<typeof SaveCompanyRequest>> = {
  toits: {
    company_id: 'toits-verts',
    name: 'Les Toits Verts',
    plan: 'Rooftop',
    size: 48,
    website: 'https://toitsverts.example',
    industry: 'Hospitality',
    monthly_spend: 640,
    custom_attributes: { sites: 'Paris (5), Pantin', contract_until: '2027-03-31' },
  },
  lantern: {
    company_id: 'lantern-street-school',
    name: 'Lantern Street School',
    plan: 'Courtyard',
    size: 31,
    website: 'https://lanternstreet.example',
    industry: 'Education',
    monthly_spend: 180,
    custom_attributes: { sites: 'Bristol', contract_until: '2027-08-31' },
  },
  okafor: {
    company_id: 'okafor-and-daughters',
    name: 'Okafor & Daughters',
    plan: 'Rooftop',
    size: 12,
    website: 'https://okafor.example',
    industry: 'Restaurants',
    monthly_spend: 410,
    custom_attributes: { sites: 'London (3)' },
  },
}

export interface Cast {
  request: Static<typeof CreateContactRequest>
  /** Days ago that they were first seen. */
  since: number
  /** Hours ago that they were last seen. */
  seen: number
  city: [city: string, country: string, code: string]
  device: [browser: string, os: string]
  company?: string
  tags?: string[]
}

const mac: Cast['device'] = ['Safari', 'macOS']
const phone: Cast['device'] = ['Chrome', 'Android']
const windows: Cast['device'] = ['Firefox', 'Windows']

const user = (key: string, name: string, more: Static<typeof CreateContactRequest>) => ({
  role: 'user',
  external_id: `customer-${key}`,
  name,
  email: `${key}@garden.example`,
  ...more,
})

export const contacts: Record<string, Cast> = {
  ines: {
    request: user('ines', 'Inès Caron', {
      phone: '+33612345678',
      custom_attributes: { garden: 'Balcony', kits_bought: 4, favourite_crop: 'Cherry tomatoes' },
    }),
    ...{ since: 210, seen: 3, city: ['Lyon', 'France', 'FR'], device: phone, tags: ['Regular'] },
  },
  tomasz: {
    request: user('tomasz', 'Tomasz Zieliński', {
      custom_attributes: { garden: 'Courtyard', kits_bought: 2 },
    }),
    ...{ since: 160, seen: 20, city: ['Kraków', 'Poland', 'PL'], device: windows },
  },
  grace: {
    request: user('grace', 'Grace Okafor', {
      email: 'grace@okafor.example',
      custom_attributes: { garden: 'Rooftop', kits_bought: 31, vip: true, favourite_crop: 'Basil' },
    }),
    ...{ since: 340, seen: 7, city: ['London', 'United Kingdom', 'GB'], device: mac },
    ...{ company: 'okafor', tags: ['VIP', 'B2B'] },
  },
  ruth: {
    request: user('ruth', 'Ruth Adeyemi', {
      email: 'ruth@lanternstreet.example',
      custom_attributes: { garden: 'Courtyard', kits_bought: 12, favourite_crop: 'Radishes' },
    }),
    ...{ since: 95, seen: 26, city: ['Bristol', 'United Kingdom', 'GB'], device: windows },
    ...{ company: 'lantern', tags: ['B2B'] },
  },
  bastien: {
    request: user('bastien', 'Bastien Roux', {
      email: 'bastien@toitsverts.example',
      custom_attributes: { garden: 'Rooftop', kits_bought: 58, vip: true },
    }),
    ...{ since: 400, seen: 1, city: ['Paris', 'France', 'FR'], device: mac },
    ...{ company: 'toits', tags: ['VIP', 'B2B'] },
  },
  elif: {
    request: user('elif', 'Elif Kaya', {
      email: 'elif@toitsverts.example',
      custom_attributes: { garden: 'Rooftop', kits_bought: 5 },
    }),
    ...{ since: 120, seen: 50, city: ['Paris', 'France', 'FR'], device: phone, company: 'toits' },
  },
  jonas: {
    request: user('jonas', 'Jonas Lindqvist', {
      custom_attributes: { garden: 'Balcony', kits_bought: 1, favourite_crop: 'Mint' },
    }),
    ...{ since: 6, seen: 2, city: ['Malmö', 'Sweden', 'SE'], device: phone },
  },
  marta: {
    request: user('marta', 'Marta Silva', { custom_attributes: { garden: 'Courtyard', kits_bought: 3 } }),
    ...{ since: 70, seen: 500, city: ['Porto', 'Portugal', 'PT'], device: mac },
  },
  amara: {
    request: user('amara', 'Amara Diallo', {
      unsubscribed_from_emails: true,
      custom_attributes: { garden: 'Balcony', kits_bought: 2, favourite_crop: 'Chillies' },
    }),
    ...{ since: 45, seen: 12, city: ['Marseille', 'France', 'FR'], device: phone, tags: ['Regular'] },
  },
  pieter: {
    request: { role: 'lead', name: 'Pieter de Wit', email: 'pieter@hofje.example' },
    ...{ since: 3, seen: 5, city: ['Utrecht', 'Netherlands', 'NL'], device: windows },
  },
  lucie: {
    request: {
      role: 'lead',
      name: 'Lucie Bonnet',
      email: 'lucie.bonnet@poste.example',
      phone: '+33698765432',
    },
    ...{ since: 12, seen: 60, city: ['Nantes', 'France', 'FR'], device: phone },
  },
  asker: {
    request: { role: 'lead', name: 'Sam', email: 'sam@windowsill.example' },
    ...{ since: 1, seen: 1, city: ['Dublin', 'Ireland', 'IE'], device: mac },
  },
}
