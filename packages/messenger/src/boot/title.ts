/** Shows in the title of a page that nobody looks at how much is unread; the page may give itself another title meanwhile. */
export function unreadTitle(): (unread: number) => void {
  let own: string | undefined
  let shown = ''
  return unread => {
    if (own !== undefined && document.title === shown) document.title = own
    own = undefined
    if (!document.hidden || unread === 0) return
    own = document.title
    shown = `(${unread > 9 ? '9+' : unread}) ${own}`
    document.title = shown
  }
}
