import type { FileStore } from './file-store.ts'

/** Keeps nothing: for those who only look at what would be kept. */
export const nowhere: FileStore = {
  put: async () => 'unkept',
  open: async () => undefined,
  sizeOf: async () => undefined,
  remove: async () => {},
}
