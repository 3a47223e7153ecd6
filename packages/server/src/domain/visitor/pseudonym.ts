/** What a visitor is called until they tell their name; always the same for the same id. */
export function pseudonymOf(id: string): string {
  const chance = Number.parseInt(id.slice(-8), 16) || 0
  const colour = COLOURS[chance % COLOURS.length] ?? ''
  const thing = THINGS[Math.floor(chance / COLOURS.length) % THINGS.length] ?? ''
  return `${colour} ${thing}`
}

const COLOURS = [
  ...['Amber', 'Aqua', 'Azure', 'Beige', 'Blue', 'Bronze', 'Brown', 'Copper', 'Coral', 'Crimson', 'Cyan'],
  ...[
    'Emerald',
    'Fuchsia',
    'Golden',
    'Green',
    'Grey',
    'Indigo',
    'Ivory',
    'Khaki',
    'Lavender',
    'Lime',
    'Magenta',
  ],
  ...['Maroon', 'Mint', 'Navy', 'Olive', 'Orange', 'Orchid', 'Pink', 'Plum', 'Purple', 'Red', 'Rose', 'Ruby'],
  ...['Salmon', 'Sapphire', 'Scarlet', 'Silver', 'Teal', 'Turquoise', 'Violet', 'White', 'Yellow'],
]

const THINGS = [
  ...[
    'Anchor',
    'Balloon',
    'Basket',
    'Bell',
    'Bicycle',
    'Boat',
    'Book',
    'Bottle',
    'Bridge',
    'Brush',
    'Button',
  ],
  ...['Camera', 'Candle', 'Chair', 'Clock', 'Compass', 'Cup', 'Door', 'Drum', 'Feather', 'Flute', 'Guitar'],
  ...['Hammer', 'Kettle', 'Key', 'Kite', 'Ladder', 'Lamp', 'Lantern', 'Map', 'Mirror', 'Pencil', 'Piano'],
  ...[
    'Pillow',
    'Rocket',
    'Ship',
    'Spoon',
    'Suitcase',
    'Telescope',
    'Tent',
    'Train',
    'Umbrella',
    'Violin',
    'Wagon',
  ],
]
