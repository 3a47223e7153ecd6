/** Words of a banner as pages show them: bold ones, and links. */
export interface Words {
  text: string
  bold: boolean
  link: boolean
}

/** What HTML says, as the messenger takes it apart. */
export function wordsOf(html: string): Words[] {
  const spaced = html.replaceAll(/<\/(p|li|h\d)>|<br\s*\/?>/g, '$& ')
  const { body } = new DOMParser().parseFromString(spaced, 'text/html')
  const texts = document.createNodeIterator(body, NodeFilter.SHOW_TEXT)
  const words: Words[] = []
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.textContent?.replaceAll(/\s+/g, ' ') ?? ''
    if (text === '' || (text === ' ' && words.length === 0)) continue
    const { parentElement: around } = node
    words.push({
      text,
      bold: Boolean(around?.closest('b, strong, h1, h2, h3')),
      link: Boolean(around?.closest('a')),
    })
  }
  return words
}
