/** The largest file, in bytes, and the most rows below its head. */
export const LARGEST_IMPORT = 100 * 1024 * 1024
export const MOST_IMPORT_ROWS = 500_000
