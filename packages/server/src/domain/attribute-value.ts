/** What a value of a request becomes for an attribute of a type; undefined for one that does not fit. */
export const readAttributeValue = (dataType: string, value: unknown): string | number | boolean | undefined =>
  READERS[dataType]?.(value)

const READERS: Record<string, (value: unknown) => string | number | boolean | undefined> = {
  string: value => (isScalar(value) ? String(value) : undefined),
  list: value => (isScalar(value) ? String(value) : undefined),
  options: value => (isScalar(value) ? String(value) : undefined),
  integer: value => whole(numberFrom(value)),
  float: numberFrom,
  decimal: numberFrom,
  boolean: value => (typeof value === 'boolean' ? value : BOOLEANS.get(value)),
  date: dateFrom,
  datetime: dateFrom,
}

const BOOLEANS = new Map<unknown, boolean>([
  ['true', true],
  ['false', false],
])

const isScalar = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value)

function numberFrom(value: unknown): number | undefined {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

const whole = (number: number | undefined): number | undefined =>
  Number.isSafeInteger(number) ? number : undefined

/** Seconds since the epoch, from such a number or from an ISO 8601 date. */
function dateFrom(value: unknown): number | undefined {
  const seconds = numberFrom(value)
  if (seconds !== undefined) return whole(Math.trunc(seconds))
  const ms = typeof value === 'string' ? Date.parse(value) : Number.NaN
  return Number.isNaN(ms) ? undefined : Math.floor(ms / 1000)
}
