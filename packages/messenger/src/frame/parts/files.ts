import type { Pending } from '../data/store.ts'

export type SentFile = Pending['files'][number]

export const LARGEST = 20 * 1024 * 1024

/** A file as requests carry it. */
export const readFile = (file: File): Promise<SentFile> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () =>
      resolve({
        ...{ name: file.name || 'image.png', content_type: file.type || 'application/octet-stream' },
        data: String(reader.result).split(',', 2)[1] ?? '',
      })
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(file)
  })
