import type { Language } from '../language.ts'

/** What the shop of the demo says. */
export interface ShopTexts {
  title: string
  tagline: string
  headline: string
  lead: string
  products: [drawing: string, name: string, says: string, price: string][]
  who: string
  whoHint: string
  visitor: string
  tries: string
  ask: string
  askText: string
  article: string
  event: string
  note: string
  back: string
  otherLanguage: string
}

const en: ShopTexts = {
  title: 'Brindille',
  tagline: 'Garden kits for cities',
  headline: 'A garden fits on any windowsill',
  lead: 'Seeds, soil and a pot that tells you when it is thirsty. Everything for a first harvest in six weeks.',
  products: [
    ['tomato', 'Balcony tomatoes', 'Three plants, one sunny rail', '€29'],
    ['herbs', 'Kitchen herbs', 'Basil, chives, coriander', '€19'],
    ['radish', 'Courtyard radishes', 'Ready in twenty-five days', '€14'],
    ['roof', 'Rooftop salad', 'For four square metres', '€89'],
  ],
  who: 'Who are you?',
  whoHint:
    'This shop is a demo of the messenger in the corner: write as one of these, and answer in the inbox.',
  visitor: 'A visitor',
  tries: 'What pages can do',
  ask: 'Ask about watering',
  askText: 'How often do I water my tomatoes?',
  article: 'Search for help',
  event: 'Report an event',
  note: 'Nothing here is for sale.',
  back: 'Where to go from here',
  otherLanguage: 'Français',
}

const fr: ShopTexts = {
  title: 'Brindille',
  tagline: 'Des kits de jardin pour la ville',
  headline: 'Un jardin tient sur un rebord de fenêtre',
  lead: 'Des graines, de la terre et un pot qui vous dit quand il a soif. De quoi récolter dans six semaines.',
  products: [
    ['tomato', 'Tomates de balcon', 'Trois plants, une rambarde au soleil', '29 €'],
    ['herbs', 'Herbes de cuisine', 'Basilic, ciboulette, coriandre', '19 €'],
    ['radish', 'Radis de cour', 'Prêts en vingt-cinq jours', '14 €'],
    ['roof', 'Salades de toit', 'Pour quatre mètres carrés', '89 €'],
  ],
  who: 'Qui êtes-vous ?',
  whoHint:
    'Cette boutique est une démo de la messagerie dans le coin : écrivez comme l’une de ces personnes, et répondez dans la boîte de réception.',
  visitor: 'Un visiteur',
  tries: 'Ce que peuvent les pages',
  ask: 'Une question d’arrosage',
  askText: 'À quelle fréquence arroser mes tomates ?',
  article: 'Chercher dans l’aide',
  event: 'Signaler un événement',
  note: 'Rien n’est à vendre ici.',
  back: 'Par où continuer',
  otherLanguage: 'English',
}

export const shopTexts: Record<Language, ShopTexts> = { en, fr }
