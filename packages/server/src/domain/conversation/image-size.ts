export interface ImageSize {
  width: number | null
  height: number | null
}

/** Width and height of a PNG, GIF or JPEG, read from its first bytes; null for any other file. */
export function imageSize(bytes: Buffer): ImageSize {
  if (bytes.length > 24 && bytes.readUInt32BE(0) === PNG)
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  if (bytes.length > 10 && bytes.toString('latin1', 0, 4) === 'GIF8')
    return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
  if (bytes.length > 4 && bytes.readUInt16BE(0) === JPEG) return jpegSize(bytes)
  return UNKNOWN
}

const PNG = 0x89504e47
const JPEG = 0xffd8
const UNKNOWN: ImageSize = { width: null, height: null }

/** Walks the segments to the one that starts the frame. */
function jpegSize(bytes: Buffer): ImageSize {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; at += 2 + bytes.readUInt16BE(at + 2)) {
    const kind = bytes[at + 1] ?? 0
    const startsFrame = kind >= 0xc0 && kind <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(kind)
    if (startsFrame) return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) }
  }
  return UNKNOWN
}
