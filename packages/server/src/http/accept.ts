/** Whether an Accept header can be satisfied by JSON; absent means anything. */
export function acceptsJson(header: string | undefined): boolean {
  if (header === undefined || header === '' || header === '*/*') return true
  return header.split(',').some(range => {
    const type = range.split(';', 1)[0]?.trim().toLowerCase() ?? ''
    return type === '*/*' || type === 'application/*' || type === 'application/json' || type.endsWith('+json')
  })
}
