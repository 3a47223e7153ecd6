import { createContext } from 'preact'
import { useContext } from 'preact/hooks'

/** How the panel is closed, and how the page is told that somebody left an address. */
export const Page = createContext({ close: () => {}, emailLeft: () => {} })

export const useClose = () => useContext(Page).close
