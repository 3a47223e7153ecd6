import { mergeAttributes, Node } from '@tiptap/core'
import Image from '@tiptap/extension-image'
import { Placeholder } from '@tiptap/extensions'
import StarterKit from '@tiptap/starter-kit'
import { isNested, tables } from './article-tables.ts'

/** A box that stands out of the text: a hint, a warning. */
const Callout = Node.create({
  name: 'callout',
  group: 'block',
  content: 'block+',
  defining: true,
  parseHTML: () => [{ tag: 'div.callout' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes(HTMLAttributes, { class: 'callout' }), 0],
})

/**
 * Markup that is not written here, such as tables within tables, videos and figures of other tools: it is shown by its kind, moves as a
 * whole, and stays as it was.
 */
const Kept = Node.create({
  name: 'kept',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ html: { default: '', rendered: false } }),
  parseHTML: () =>
    ['table', 'iframe', 'figure', 'details', 'video'].map(tag => ({
      tag,
      priority: 100,
      getAttrs: element => (tag !== 'table' || isNested(element)) && { html: element.outerHTML },
    })),
  renderHTML: ({ node }) => {
    const { html } = node.attrs
    const read = new DOMParser().parseFromString(String(html), 'text/html').body.firstElementChild
    return read ? { dom: document.importNode(read, true) } : ['div']
  },
  addNodeView:
    () =>
    ({ node }) => {
      const dom = document.createElement('div')
      const read = new DOMParser().parseFromString(String(node.attrs['html']), 'text/html').body
      const kind = read.firstElementChild?.tagName.toLowerCase() ?? ''
      dom.className = 'kept'
      dom.contentEditable = 'false'
      dom.dataset['kind'] = kind
      const words = read.textContent?.trim().slice(0, 400)
      dom.textContent = words || (read.querySelector('iframe, video, img')?.getAttribute('src') ?? kind)
      return { dom }
    },
})

/** What an article can hold. Headings begin at the second level: the first is its title. */
export const articleExtensions = (placeholder: () => string) => [
  StarterKit.configure({
    heading: { levels: [2, 3, 4] },
    link: { openOnClick: false, autolink: true, defaultProtocol: 'https' },
  }),
  Image.configure({ inline: false }),
  Callout,
  ...tables,
  Kept,
  Placeholder.configure({ placeholder }),
]
