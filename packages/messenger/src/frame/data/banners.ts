import { messengerBanners } from '@guichet/contract/operations/messenger/banners.ts'
import type { Banner, ToFrame, ToPage, Words } from '../../protocol/messages.ts'
import { call } from './api.ts'

/** Asks which banners the page is to show, and has it show them. */
export async function showBanners(say: (message: ToPage) => void): Promise<void> {
  const { data } = await call(messengerBanners.show, {})
  const banners: Banner[] = data.map(({ view_id, body, ...banner }) => ({
    ...{ ...banner, viewId: view_id, words: wordsOf(body) },
  }))
  say({ tell: 'banners', banners })
}

/** Tells what was done with a banner. */
export const tellOfBanner = ({ act, viewId, reaction }: Extract<ToFrame, { do: 'banner' }>) =>
  act === 'dismiss'
    ? call(messengerBanners.dismiss, { params: { view_id: viewId } })
    : call(messengerBanners.click, {
        params: { view_id: viewId },
        body: reaction === undefined ? {} : { reaction },
      })

/** What HTML says, in runs of words: bold ones, and links to the web or to mail. */
function wordsOf(html: string): Words[] {
  const { body } = new DOMParser().parseFromString(
    html.replaceAll(/<\/(p|li|h\d)>|<br\s*\/?>/g, '$& '),
    'text/html',
  )
  const texts = document.createNodeIterator(body, NodeFilter.SHOW_TEXT)
  const words: Words[] = []
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const text = node.textContent?.replaceAll(/\s+/g, ' ') ?? ''
    if (text === '' || (text === ' ' && words.length === 0)) continue
    const link = node.parentElement?.closest('a')
    const isBold = node.parentElement?.closest('b, strong, h1, h2, h3')
    words.push({
      text,
      ...(link && /^(https?|mailto):/.test(link.href) && { href: link.href }),
      ...(isBold && { bold: true as const }),
    })
  }
  return words
}
