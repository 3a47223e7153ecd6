const TO = 'to'

/** The page of signing in, which leads back here. */
export const signInAddress = (): string => {
  const here = window.location.pathname + window.location.search
  return `/app/sign-in?${TO}=${encodeURIComponent(here)}`
}

/** Where one was going before one had to sign in: a page of ours, never of anybody else. */
export function addressAfterSignIn(): string {
  const to = new URLSearchParams(window.location.search).get(TO) ?? ''
  return /^\/(?:app\/(?!sign-in)|oauth\?|a\/oauth\/connect\?)[^\\]*$/.test(to) ? to : '/app/inbox'
}
