/** The languages that people without a name are called in. */
export type PseudonymLanguage = 'en' | 'fr'

/** What somebody is called until they tell their name: always the same for the same id. */
export function pseudonymOf(id: string, language: PseudonymLanguage = 'en'): string {
  const chance = Number.parseInt(id.slice(-8), 16) || 0
  const [colours, things] = WORDS[language]
  const [colour = '', feminine = colour] = colours[chance % colours.length]?.split('/') ?? []
  const [thing = '', gender] = things[Math.floor(chance / colours.length) % things.length]?.split('/') ?? []
  return language === 'en' ? `${colour} ${thing}` : `${thing} ${gender ? feminine : colour}`
}

/** In French a colour has the gender of the thing: words stand in the same places, with the feminine behind a stroke. */
const WORDS: Record<PseudonymLanguage, readonly [colours: string[], things: string[]]> = {
  en: [
    wordsOf(`
  Amber Aqua Azure Beige Blue Bronze Brown Copper Coral Crimson Cyan Emerald Fuchsia Golden
  Green Grey Indigo Ivory Khaki Lavender Lime Magenta Maroon Mint Navy Olive Orange Orchid Pink
  Plum Purple Red Rose Ruby Salmon Sapphire Scarlet Silver Teal Turquoise Violet White Yellow`),
    wordsOf(`
  Anchor Balloon Basket Bell Bicycle Boat Book Bottle Bridge Brush Button Camera Candle Chair
  Clock Compass Cup Door Drum Feather Flute Guitar Hammer Kettle Key Kite Ladder Lamp Lantern
  Map Mirror Pencil Piano Pillow Rocket Ship Spoon Suitcase Telescope Tent Train Umbrella Violin
  Wagon`),
  ],
  fr: [
    wordsOf(`
  ambre aqua azur beige bleu/bleue bronze brun/brune cuivre corail cramoisi/cramoisie cyan
  émeraude fuchsia doré/dorée vert/verte gris/grise indigo ivoire kaki lavande tilleul magenta
  bordeaux menthe marine olive orange orchidée rose prune pourpre rouge vieux-rose rubis saumon
  saphir écarlate argenté/argentée pétrole turquoise violet/violette blanc/blanche jaune`),
    wordsOf(`
  Ancre/f Ballon Panier Cloche/f Vélo Bateau Livre Bouteille/f Pont Brosse/f Bouton Caméra/f
  Bougie/f Chaise/f Horloge/f Boussole/f Tasse/f Porte/f Tambour Plume/f Flûte/f Guitare/f
  Marteau Bouilloire/f Clé/f Cerf-volant Échelle/f Lampe/f Lanterne/f Carte/f Miroir Crayon
  Piano Oreiller Fusée/f Navire Cuillère/f Valise/f Télescope Tente/f Train Parapluie Violon
  Wagon`),
  ],
}

function wordsOf(text: string): string[] {
  return text.trim().split(/\s+/)
}
