import type { TeammateKey } from './cast.ts'
import type { Act } from './conversation-acts.ts'

/** Minutes after the one before, who (the contact, or a teammate), what they do, and the words or whom it is about. */
export type Beat = [minutes: number, who: TeammateKey | 'fin' | 'contact', act: Act, about?: string]

/** A conversation as it went. */
export interface Tale {
  from: string
  /** How many hours ago it began. */
  hours: number
  says: string
  title?: string
  beats: Beat[]
  tags?: string[]
  topic?: string
  order?: string
  priority?: 'low' | 'medium' | 'high' | 'urgent'
  rating?: [score: number, remark: string]
}

export const tales: Tale[] = [
  {
    ...{
      from: 'grace',
      hours: 900,
      title: 'Basil for three kitchens',
      topic: 'Growing',
      tags: ['Growing advice', 'VIP'],
    },
    says: 'Our basil bolts within three weeks. The roof gets sun from six to six. What are we doing wrong?',
    beats: [
      [14, 'noor', 'assign', 'hana'],
      [
        55,
        'hana',
        'comment',
        'Twelve hours of sun is a lot for basil in small pots: the roots get hot and it flowers in a hurry. Could you move it behind the tomatoes, where it is shaded after two?',
      ],
      [
        180,
        'contact',
        'comment',
        'We can do that on two of the roofs. The third has nothing taller than the basil.',
      ],
      [
        25,
        'hana',
        'comment',
        'Then a sheet of shade cloth there, and pinch the tops every Friday. I am adding one to your next parcel.',
      ],
      [2000, 'contact', 'comment', 'Two weeks on and no flowers. The chefs say thank you.'],
      [30, 'hana', 'close', 'Lovely to hear. Keep pinching!'],
    ],
    rating: [5, 'Hana knows her plants.'],
  },
  {
    ...{
      from: 'bastien',
      hours: 700,
      title: 'One invoice a quarter',
      topic: 'Billing',
      tags: ['B2B'],
      order: 'B-1204',
    },
    says: 'Bonjour, nous recevons une facture par livraison, six toits, donc six factures par mois. Peut-on les regrouper par trimestre ?',
    beats: [
      [
        9,
        'camille',
        'comment',
        'Bonjour Bastien, oui, c’est possible dès la prochaine livraison. Je regroupe aussi celles de ce trimestre ?',
      ],
      [42, 'contact', 'comment', 'Oui, s’il vous plaît.'],
      [
        4,
        'camille',
        'note',
        'Quarterly invoicing agreed for all six sites, from this quarter on. @leo please merge B-1204 to B-1211.',
      ],
      [90, 'leo', 'note', 'Done.'],
      [10, 'camille', 'close', 'C’est fait : vous ne recevrez plus qu’une facture, le 1er du trimestre.'],
    ],
    rating: [5, 'Réglé en deux heures.'],
  },
  {
    ...{
      from: 'marta',
      hours: 520,
      title: 'Kit without a drip line',
      topic: 'Delivery',
      tags: ['Delivery', 'Refund'],
      order: 'B-1298',
    },
    says: 'Two of my three kits came without the drip line. The box was closed, so I think it was packed like that.',
    beats: [
      [
        3,
        'fin',
        'comment',
        'Thanks for telling us. Could you check under the cardboard floor of the box? The drip line travels there.',
      ],
      [16, 'contact', 'comment', 'I checked, only one of the three had it.'],
      [2, 'fin', 'assign', 'orders'],
      [120, 'leo', 'comment', 'Sorry, Marta. Two drip lines leave today and I have refunded the delivery.'],
      [1, 'leo', 'close'],
      [4300, 'contact', 'comment', 'One arrived, the other has a cracked connector.'],
      [35, 'leo', 'comment', 'Then you get a new one, and this time I pack it myself.'],
      [5, 'leo', 'close'],
    ],
    rating: [3, 'Kind, but it took three parcels.'],
  },
  {
    ...{
      from: 'tomasz',
      hours: 300,
      title: 'Moss on the planter',
      topic: 'Growing',
      tags: ['Growing advice'],
    },
    says: 'There is moss on the outside of the wooden planter. Does it harm the wood?',
    beats: [
      [
        2,
        'fin',
        'comment',
        'Moss likes shade and moisture. It does not harm larch, which our planters are made of, and you can brush it off when it is dry.',
      ],
      [8, 'contact', 'comment', 'Good, then it stays. It looks nice.'],
      [1, 'fin', 'close'],
    ],
  },
  {
    ...{
      from: 'amara',
      hours: 240,
      title: 'Pause the seeds until spring',
      topic: 'Billing',
      tags: ['Regular'],
    },
    says: 'Can I pause my seed subscription over the winter? My balcony is asleep until March.',
    beats: [
      [
        20,
        'noor',
        'comment',
        'Of course. It is paused, and the next sachets come in the first week of March.',
      ],
      [11, 'contact', 'comment', 'Perfect, see you in spring.'],
      [3, 'noor', 'close'],
    ],
    rating: [4, ''],
  },
  {
    ...{
      from: 'ruth',
      hours: 98,
      title: 'Lesson plans in Welsh',
      topic: 'Idea',
      tags: ['Idea', 'B2B'],
      priority: 'low',
    },
    says: 'The lesson plans are a hit with year three. Is there any chance of a Welsh translation? Two of our partner schools would join at once.',
    beats: [
      [
        60,
        'camille',
        'comment',
        'That is a lovely idea, Ruth. I am asking the people who write them and will tell you by the end of the month.',
      ],
      [2, 'camille', 'note', 'Asked Maud. She knows a translator, waiting for a price.'],
      [5, 'camille', 'snooze', '240'],
    ],
  },
  {
    ...{
      from: 'elif',
      hours: 52,
      title: 'Broken planter on roof 4',
      topic: 'Delivery',
      tags: ['Delivery'],
      order: 'B-1361',
      priority: 'high',
    },
    says: 'One of the planters that came this morning is cracked along the bottom. It is the long one for roof 4.',
    beats: [
      [6, 'noor', 'assign', 'orders'],
      [1, 'noor', 'assign', 'leo'],
      [40, 'leo', 'comment', 'Oh no. Could you send a photo of the crack, and keep the wrapping?'],
      [95, 'contact', 'comment', 'I will be up there again tomorrow morning and take one.'],
      [3, 'leo', 'snooze', '72'],
    ],
  },
  {
    ...{
      from: 'ines',
      hours: 27,
      title: 'Where is B-1377?',
      topic: 'Delivery',
      tags: ['Delivery', 'Regular'],
      order: 'B-1377',
    },
    says: 'My parcel says "out for delivery" since Thursday. Is it lost?',
    beats: [
      [
        4,
        'fin',
        'comment',
        'Order B-1377 left our workshop on Wednesday. I am handing this to a colleague who can ask the carrier.',
      ],
      [1, 'fin', 'assign', 'orders'],
      [33, 'noor', 'assign', 'noor'],
      [
        2,
        'noor',
        'comment',
        'Hello Inès, the carrier tells me the van broke down. It should come today before six.',
      ],
      [1400, 'contact', 'comment', 'Nothing yesterday, nothing today. My seedlings are getting long!'],
    ],
  },
  {
    ...{
      from: 'bastien',
      hours: 20,
      title: 'A seventh roof',
      topic: 'Billing',
      tags: ['B2B', 'VIP'],
      priority: 'urgent',
    },
    says: 'We are taking over a seventh roof in Pantin on 1 December. Could you quote twelve long planters, soil included, delivered by crane?',
    beats: [
      [10, 'camille', 'assign', 'camille'],
      [
        12,
        'camille',
        'comment',
        'Congratulations! You will have the quote tomorrow. Do you have the height of the building?',
      ],
      [300, 'contact', 'comment', 'Nineteen metres to the parapet.'],
      [6, 'camille', 'note', 'Crane: ask the firm from roof 5, they came up to 25 m.'],
    ],
  },
  {
    ...{ from: 'jonas', hours: 5, title: 'Mint takes over', topic: 'Growing' },
    says: 'It is day six and the mint is already in the neighbour’s half of the box. Is that normal?',
    beats: [
      [
        2,
        'fin',
        'comment',
        'Mint spreads by runners under the soil. Set it in a pot of its own inside the box and it stays where it is.',
      ],
      [9, 'contact', 'comment', 'And the runners that are there already?'],
    ],
  },
  {
    ...{ from: 'pieter', hours: 3, tags: ['Idea'] },
    says: 'Do you deliver to a courtyard with sixty front doors? We would like one kit per household.',
    beats: [[25, 'camille', 'assign', 'care']],
  },
  {
    ...{ from: 'asker', hours: 0.6 },
    says: 'Hi, can I grow strawberries on a windowsill?',
    beats: [],
  },
  {
    ...{ from: 'lucie', hours: 60, title: 'Kits for a wedding' },
    says: 'Bonjour, faites-vous des petits kits à offrir ? Nous serons cent vingt en juin.',
    beats: [
      [
        70,
        'noor',
        'comment',
        'Bonjour Lucie, oui, à partir de cinquante. Je vous envoie trois idées, avec les prix.',
      ],
      [30, 'noor', 'close'],
      [1500, 'contact', 'comment', 'Merci ! Celui avec le basilic nous plaît beaucoup.'],
    ],
  },
]
