import type { Socket } from 'node:net'
import { errors, type Kind } from '@guichet/contract/errors.ts'
import { requestId } from './request-id.ts'

/** Answers what is not even HTTP in the API's envelope, and hangs up: there is no request to hang the answer on. */
export function refuseRaw(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const { status, code, message } = KINDS.get(error.code ?? '') ?? errors.malformedRequest
  const body = JSON.stringify({ type: 'error.list', request_id: requestId(), errors: [{ code, message }] })
  socket.end(
    [
      `HTTP/1.1 ${status} ${code}`,
      'Content-Type: application/json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}

const KINDS = new Map<string, Kind>([
  ['HPE_HEADER_OVERFLOW', errors.headersTooLarge],
  ['ERR_HTTP_REQUEST_TIMEOUT', errors.requestTimeout],
])
