import { useState } from 'react'

/** Which columns a table shows, as chosen in this browser. */
export function useColumns(table: string, usual: readonly string[]) {
  const key = `guichet.columns.${table}`
  const [shown, setShown] = useState<readonly string[]>(() => localStorage.getItem(key)?.split('\n') ?? usual)
  const keep = (columns: readonly string[]) => {
    localStorage.setItem(key, columns.join('\n'))
    setShown(columns)
  }
  return {
    shown,
    toggle: (name: string) =>
      keep(shown.includes(name) ? shown.filter(each => each !== name) : [...shown, name]),
  }
}
