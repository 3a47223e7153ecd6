/** A column of a file, as the values of its cells. */
export interface FileColumn<Row> {
  label: string
  text: (row: Row) => string
}

/** Rows as comma-separated values, which spreadsheets read. */
export const csvOf = <Row>(columns: FileColumn<Row>[], rows: Row[]): string =>
  [columns.map(({ label }) => label), ...rows.map(row => columns.map(({ text }) => text(row)))]
    .map(cells => cells.map(cellOf).join(','))
    .join('\r\n')

/** Spreadsheets run what begins like a formula: an apostrophe makes it text. */
function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d\s().-]+$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Gives the reader a file to keep. */
export function saveCsv(name: string, text: string): void {
  // The mark at its beginning tells spreadsheets how letters are written.
  const address = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
