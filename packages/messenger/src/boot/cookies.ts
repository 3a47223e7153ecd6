const DAYS_270 = 270 * 24 * 3600

/** What is kept in the cookies of the page: who the browser was, and the session that goes with it. */
export const cookiesOf = (app: string) => {
  const names = {
    id: `intercom-id-${app}`,
    session: `intercom-session-${app}`,
    device: `intercom-device-id-${app}`,
  }
  return {
    session: () => read(names.session),
    visitor: () => read(names.id),
    keep(session: string, seconds: number, visitor: string | undefined): void {
      write(names.session, session, seconds)
      if (visitor !== undefined) write(names.id, visitor, DAYS_270)
      write(
        names.device,
        read(names.device) ?? crypto.randomUUID?.() ?? String(Math.random()).slice(2),
        DAYS_270,
      )
    },
    forget(): void {
      write(names.session, '', 0)
      write(names.id, '', 0)
    },
  }
}

const read = (name: string): string | undefined =>
  document.cookie
    .split('; ')
    .find(each => each.startsWith(`${name}=`))
    ?.slice(name.length + 1) || undefined

/** Set for as much of the domain as the browser takes, so that `www.` and `app.` know the same person. */
function write(name: string, value: string, seconds: number): void {
  const rest = `path=/; max-age=${seconds}; samesite=lax${location.protocol === 'https:' ? '; secure' : ''}`
  const labels = location.hostname.split('.')
  for (let from = labels.length - 2; from >= 0; from -= 1) {
    // biome-ignore lint/suspicious/noDocumentCookie: the newer interface is not in all browsers.
    document.cookie = `${name}=${value}; domain=${labels.slice(from).join('.')}; ${rest}`
    if (read(name) === (value || undefined) && value) return
  }
  // biome-ignore lint/suspicious/noDocumentCookie: the newer interface is not in all browsers.
  document.cookie = `${name}=${value}; ${rest}`
}
