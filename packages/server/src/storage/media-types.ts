import { extname } from 'node:path'

const TYPES: Record<string, string> = {
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.svg': 'image/svg+xml',
  '.bmp': 'image/bmp',
  '.heic': 'image/heic',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain',
  '.log': 'text/plain',
  '.csv': 'text/csv',
  '.json': 'application/json',
  '.xml': 'application/xml',
  '.html': 'text/html',
  '.md': 'text/markdown',
  '.zip': 'application/zip',
  '.gz': 'application/gzip',
  '.doc': 'application/msword',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.xls': 'application/vnd.ms-excel',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.ppt': 'application/vnd.ms-powerpoint',
  '.pptx': 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  '.mp3': 'audio/mpeg',
  '.wav': 'audio/wav',
  '.ogg': 'audio/ogg',
  '.mp4': 'video/mp4',
  '.mov': 'video/quicktime',
  '.webm': 'video/webm',
}

/** The media type a file's name speaks for. */
export const typeOfName = (name: string): string =>
  TYPES[extname(name).toLowerCase()] ?? 'application/octet-stream'

/** Whether a file is a program or a script that a computer runs when somebody opens it. */
export const isProgram = (name: string, type: string): boolean =>
  PROGRAMS.has(extname(name).toLowerCase()) || PROGRAM_TYPE.test(type)

const PROGRAMS = new Set([
  ...['.exe', '.dll', '.msi', '.msp', '.com', '.scr', '.pif', '.cpl', '.bat', '.cmd', '.ps1', '.vbs', '.vbe'],
  ...['.jse', '.wsf', '.wsh', '.hta', '.lnk', '.reg', '.jar', '.app', '.dmg', '.pkg', '.deb', '.rpm', '.apk'],
])
const PROGRAM_TYPE =
  /^application\/(x-msdownload|x-dosexec|x-msi|x-ms-installer|vnd\.microsoft\.portable-executable|java-archive|x-apple-diskimage|vnd\.android\.package-archive|x-executable)$/

/** Types a browser shows without running anything; all others it is told to save. */
export const isShownInline = (type: string): boolean =>
  /^(image\/(png|jpeg|gif|webp|bmp)|audio\/.+|video\/.+|text\/plain|application\/pdf)$/.test(type)
