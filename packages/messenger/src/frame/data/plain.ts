/** What a reader sees of HTML, in one line. */
export const plain = (html: string): string =>
  (
    new DOMParser().parseFromString(html.replaceAll(/<\/p>|<br\s*\/?>/g, '$& '), 'text/html').body
      .textContent ?? ''
  )
    .replaceAll(/\s+/g, ' ')
    .trim()
