import type { TeammateKey } from './cast.ts'

/** The shelves of the help center. */
export const shelves = {
  orders: {
    name: 'Orders & delivery',
    description: 'From the click to the courier',
    french: 'Commandes et livraison',
  },
  growing: { name: 'Growing', description: 'What to do once the kit is there', french: 'Cultiver' },
} as const

export interface ArticleStory {
  shelf: keyof typeof shelves
  by: TeammateKey
  days: number
  title: string
  description: string
  markdown: string
  state: 'published' | 'draft'
  french?: { title: string; markdown: string }
}

export const articles: ArticleStory[] = [
  {
    ...{ shelf: 'orders', by: 'leo', days: 390, state: 'published' },
    title: 'When does my kit arrive?',
    description: 'Delivery times, and what to do when the courier was there and you were not',
    markdown: `Kits leave our workshop **within two working days**. The courier takes one to three days more.

## Following a parcel

The tracking number is in the e-mail we send when the parcel leaves. It works from the evening of that day.

## You were not at home

The courier tries twice, then leaves the parcel at the nearest pick-up point for ten days. Plants inside are fine for that long, as long as nobody leaves them in the sun.`,
    french: {
      title: 'Quand mon kit arrive-t-il ?',
      markdown: `Les kits quittent notre atelier **sous deux jours ouvrés**. Le transporteur met encore un à trois jours.

## Vous étiez absent

Le transporteur passe deux fois, puis dépose le colis au point relais le plus proche, pour dix jours.`,
    },
  },
  {
    ...{ shelf: 'orders', by: 'leo', days: 385, state: 'published' },
    title: 'Changing or cancelling an order',
    description: 'What can still be changed, and until when',
    markdown: `You can change the address or the kit until we pack it, usually until noon of the next working day. Write to us with your **order number**; it begins with \`B-\`.

Once packed, an order can be sent back within 30 days. We pay for the way back if something arrived broken, and take back anything that is not planted yet.`,
  },
  {
    ...{ shelf: 'orders', by: 'noor', days: 300, state: 'published' },
    title: 'Paying by invoice',
    description: 'For companies and schools',
    markdown: `Companies and schools pay by invoice, due in 30 days.

1. Ask for an account with your company's name and address.
2. Choose *invoice* when you order.
3. One invoice a quarter instead of one per delivery? Tell us once, and it stays that way.`,
  },
  {
    ...{ shelf: 'growing', by: 'hana', days: 380, state: 'published' },
    title: 'How often to water a balcony box',
    description: 'A finger tells more than a calendar',
    markdown: `Push a finger into the soil up to the second joint. **Dry there? Water.** Damp? Wait a day.

- In spring that is about every three days.
- In a heat wave it is every evening, and the morning too for tomatoes.
- With a reservoir box, fill it when the float is down, no sooner.`,
    french: {
      title: 'À quelle fréquence arroser une jardinière',
      markdown: `Enfoncez un doigt dans la terre. **Sec ? Arrosez.** Humide ? Attendez un jour.

- Au printemps, tous les trois jours environ.
- En période de canicule, chaque soir.`,
    },
  },
  {
    ...{ shelf: 'growing', by: 'hana', days: 210, state: 'published' },
    title: 'Yellow leaves on tomatoes',
    description: 'Which leaves, which yellow, and what helps',
    markdown: `Look at **which** leaves are yellow.

## The lowest leaves

Normal once the plant is taller than your knee. Pick them off.

## The whole plant

Too much water. Let the box dry for two days and check that its holes are open.

## Yellow between green veins

The plant is hungry. One sachet of the feed that came with the kit, every second week.`,
  },
  {
    ...{ shelf: 'growing', by: 'hana', days: 12, state: 'draft' },
    title: 'Bringing the boxes through winter',
    description: 'What stays out, what comes in',
    markdown:
      'Chives, mint and strawberries stay outside. Everything that came from the south wants the stairwell.',
  },
]

export const playbook = {
  title: 'Refunds: who decides what',
  markdown: `Up to 60 euros anybody on the team refunds, no questions asked. Above that, ask Camille.

Never refund a kit that is still with the courier: it may yet arrive.`,
}

export const snippet = {
  title: 'Opening hours of the workshop',
  markdown: 'The workshop is open to visitors on Saturdays from 10 to 17, and closed in January.',
}

export const news = {
  title: 'Mushroom kits are here',
  body: '<p>Oyster mushrooms, from coffee grounds, in three weeks. They like the cupboard under the sink.</p>',
}

export const banner = {
  title: 'Spring seeds',
  body: '<p>Order before Sunday and the seeds for spring come with it.</p>',
}
