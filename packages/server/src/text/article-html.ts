import type sanitize from 'sanitize-html'
import { ALLOWED, fromPlain, keep, MARKUP } from './html.ts'

/** The HTML to keep of a page of knowledge: that of messages, figures, and videos of hosts that are known to show nothing else. */
export function articleHtml(text: string): string {
  return MARKUP.test(text) ? keep(text, PAGE).trim() : fromPlain(text)
}

/** As `articleHtml`, with the paragraphs of an article: those of no class of their own have no margin. */
export const articleBody = (text: string): string =>
  articleHtml(text).replaceAll('<p>', '<p class="no-margin">')

/** The HTML to keep of a whole page of somebody else's, whose outermost tags stay. */
export const externalHtml = (text: string): string => keep(text, EXTERNAL).trim()

const TAGS = ALLOWED.allowedTags || []

const PAGE: sanitize.IOptions = {
  ...ALLOWED,
  allowedTags: [...TAGS, 'figure', 'figcaption', 'iframe', 'sup', 'sub', 'details', 'summary', 'mark'],
  allowedAttributes: {
    ...ALLOWED.allowedAttributes,
    '*': ['class', 'dir', 'lang', 'id'],
    iframe: ['src', 'title', 'width', 'height', 'allowfullscreen', 'frameborder'],
  },
  allowedIframeHostnames: [
    ...['www.youtube.com', 'www.youtube-nocookie.com', 'player.vimeo.com', 'www.loom.com'],
    ...['fast.wistia.net', 'fast.wistia.com', 'play.vidyard.com', 'www.dailymotion.com'],
  ],
  allowIframeRelativeUrls: false,
  exclusiveFilter: ({ tag, attribs }) => tag === 'iframe' && !attribs['src'],
}

const EXTERNAL: sanitize.IOptions = {
  ...PAGE,
  allowedTags: [
    ...(PAGE.allowedTags || []),
    'html',
    'body',
    'main',
    'article',
    'section',
    'header',
    'footer',
  ],
  nonTextTags: ['script', 'style', 'textarea', 'option', 'title', 'noscript'],
}

/** The HTML to keep of the main part of a page of the web: what frames it there is left out, and addresses are made whole. */
export const crawledHtml = (text: string, base: string): string =>
  keep(text, {
    ...EXTERNAL,
    allowedTags: (EXTERNAL.allowedTags || []).filter(tag => ![...FRAME, 'html', 'body'].includes(tag)),
    nonTextTags: [...(EXTERNAL.nonTextTags ?? []), ...FRAME],
    transformTags: {
      a: (tagName, { href, ...rest }) => ({
        tagName,
        attribs: { ...rest, ...whole('href', href, base), rel: 'nofollow noopener noreferrer' },
      }),
      img: (tagName, { src, ...rest }) => ({ tagName, attribs: { ...rest, ...whole('src', src, base) } }),
    },
  }).trim()

const FRAME = ['nav', 'header', 'footer', 'aside', 'form', 'button', 'select', 'svg', 'template']

const whole = (name: string, address: string | undefined, base: string): Record<string, string> =>
  address !== undefined && URL.canParse(address, base) ? { [name]: new URL(address, base).href } : {}
