import type { TeammateKey } from './cast.ts'

/** What contacts did, days ago. */
export const events: [who: string, name: string, days: number, metadata: Record<string, unknown>][] = [
  ['bastien', 'placed-order', 300, { order: 'B-1009', kits: 20 }],
  ['bastien', 'placed-order', 121, { order: 'B-1204', kits: 38 }],
  ['grace', 'placed-order', 330, { order: 'B-0977', kits: 16 }],
  ['grace', 'placed-order', 38, { order: 'B-1342', kits: 15, price: { amount: 48_500, currency: 'eur' } }],
  ['ines', 'placed-order', 208, { order: 'B-1112', kits: 2 }],
  ['ines', 'placed-order', 9, { order: 'B-1377', kits: 2 }],
  ['ines', 'logged-harvest', 30, { crop: 'Cherry tomatoes', grams: 640 }],
  ['ines', 'logged-harvest', 21.5, { crop: 'Cherry tomatoes', grams: 910 }],
  ['ruth', 'placed-order', 90, { order: 'B-1266', kits: 12 }],
  ['ruth', 'opened-lesson-plan', 41, { lesson: 'Radishes in four weeks' }],
  ['tomasz', 'placed-order', 155, { order: 'B-1171', kits: 2 }],
  ['jonas', 'signed-up', 6, { source: 'friend' }],
  ['jonas', 'placed-order', 5, { order: 'B-1381', kits: 1 }],
  ['amara', 'logged-harvest', 11, { crop: 'Chillies', grams: 120 }],
  ['amara', 'paused-seeds', 10, { until: 'March' }],
  ['marta', 'placed-order', 69, { order: 'B-1298', kits: 3 }],
]

/** What teammates wrote down, days ago. */
export const notes: { on: string; by: TeammateKey; days: number; body: string }[] = [
  {
    ...{ on: 'bastien', by: 'camille', days: 118 },
    body: '<p>Buys for all six roofs. Wants <b>one invoice a quarter</b>, not one per delivery.</p>',
  },
  { on: 'grace', by: 'noor', days: 36, body: '<p>Prefers a call before noon, kitchens get busy after.</p>' },
  {
    on: 'ines',
    by: 'hana',
    days: 20,
    body: '<p>Her balcony faces north-east: no peppers, whatever she says.</p>',
  },
  { on: 'toits', by: 'leo', days: 60, body: '<p>Goods lift in the back yard, code with the porter.</p>' },
]
