/** Whether an Accept header can be satisfied by JSON; absent means anything. */
export const acceptsJson = (header: string | undefined): boolean =>
  accepts(header, 'application/json', '+json')

/** Whether an Accept header can be satisfied by a media type, or by one that ends in a suffix. */
export function accepts(header: string | undefined, wanted: string, suffix = wanted): boolean {
  if (header === undefined || header === '' || header === '*/*') return true
  const family = wanted.replace(/[^/]*$/, '*')
  return header.split(',').some(range => {
    const type = range.split(';', 1)[0]?.trim().toLowerCase() ?? ''
    return type === '*/*' || type === family || type === wanted || type.endsWith(suffix)
  })
}
