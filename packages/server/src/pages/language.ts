export type Language = 'en' | 'fr'

/** The language a reader prefers among ours, by `?lang=` or their browser's Accept-Language. */
export function languageOf(asked: string | undefined, accepted: string | undefined): Language {
  if (asked === 'en' || asked === 'fr') return asked
  const preferred = (accepted ?? '')
    .split(',')
    .map(weigh)
    .toSorted((a, b) => b.weight - a.weight)
  return preferred.find(({ name, weight }) => weight > 0 && (name === 'en' || name === 'fr'))?.name === 'fr'
    ? 'fr'
    : 'en'
}

/** `fr-CA;q=0.8` is French with a weight of 0.8. */
function weigh(range: string): { name: string; weight: number } {
  const [tag = '', quality = ''] = range.trim().toLowerCase().split(';')
  const weight = quality.trim().startsWith('q=') ? Number(quality.trim().slice(2)) : 1
  return { name: tag.split('-', 1)[0] ?? '', weight: Number.isNaN(weight) ? 0 : weight }
}
