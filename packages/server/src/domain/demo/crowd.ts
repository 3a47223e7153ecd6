import type { Cast } from './cast.ts'

/**
 * Customers who have no story of their own: enough of them for lists to have a second page. They came before most of those who
 * have one, so that lists begin with people about whom there is something to see.
 */
export function crowd(): [key: string, cast: Cast][] {
  return SURNAMES.flatMap((surname, row) =>
    FIRST_NAMES.map((first, column) => customer(`${first} ${surname}`, row * FIRST_NAMES.length + column)),
  )
}

const FIRST_NAMES = ['Ana', 'Ben', 'Chloé', 'David', 'Emma', 'Farid', 'Giulia', 'Hugo', 'Irène', 'Jan']
const SURNAMES = ['Almeida', 'Bauer', 'Costa', 'Dubois', 'Evans', 'Ferrari']

const PLACES: Cast['city'][] = [
  ['Lille', 'France', 'FR'],
  ['Berlin', 'Germany', 'DE'],
  ['Lisbon', 'Portugal', 'PT'],
  ['Turin', 'Italy', 'IT'],
  ['Leeds', 'United Kingdom', 'GB'],
]
const DEVICES: Cast['device'][] = [
  ['Chrome', 'Windows'],
  ['Safari', 'iOS'],
  ['Firefox', 'Linux'],
]
const GARDENS = ['Balcony', 'Courtyard', 'Rooftop']

/** The nth of them: everything follows from the number, so that every demo has the same. */
function customer(name: string, n: number): [key: string, cast: Cast] {
  const key = name
    .normalize('NFD')
    .replace(/[^a-zA-Z ]/g, '')
    .toLowerCase()
    .replace(' ', '.')
  const since = 215 + ((n * 17) % 180)
  const cast: Cast = {
    request: {
      ...{ role: 'user', external_id: `customer-${2000 + n}`, name, email: `${key}@allotment.example` },
      custom_attributes: { garden: pick(GARDENS, n), kits_bought: 1 + ((n * 7) % 4) },
    },
    ...{ since, seen: (n * 29) % (since * 24), city: pick(PLACES, n), device: pick(DEVICES, n) },
  }
  return [key, cast]
}

function pick<T>(from: T[], n: number): T {
  const picked = from[n % from.length]
  if (picked === undefined) throw new Error('There is nothing to pick from')
  return picked
}
