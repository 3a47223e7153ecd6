/** What a reader sees of HTML, on one line. Read in a document of its own, where nothing runs or loads. */
export function plainOf(html: string | null | undefined): string {
  if (!html) return ''
  const spaced = html.replace(/<(?:br|\/p|\/div|\/li)[^>]*>/gi, '$& ')
  const { body } = new DOMParser().parseFromString(spaced, 'text/html')
  return (body.textContent ?? '').replace(/\s+/g, ' ').trim()
}
