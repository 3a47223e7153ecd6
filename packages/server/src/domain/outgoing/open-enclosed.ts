import type { EnclosedFile } from '../../mail/mailer.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { StoredEnclosure } from './outgoing.sql.ts'

/**
 * The files of a mail, to be read as they are sent: no more of them is held in memory than goes out next. One that is gone from
 * the store holds no mail up. Its caller closes what was not read to the end.
 */
export async function openEnclosed(files: FileStore, enclosed: StoredEnclosure[]): Promise<EnclosedFile[]> {
  const opened: EnclosedFile[] = []
  for (const { key, name, type, cid } of enclosed) {
    const file = await files.open(key)
    if (!file) continue
    // Told by whoever reads; without a listener it would end the process.
    file.bytes.on('error', () => {})
    opened.push({ name, type, size: file.size, cid: cid ?? undefined, bytes: file.bytes })
  }
  return opened
}
