/** Why nothing came back: we would not go there, nobody answered, it took too long, or it was too much. */
export type EgressFault = 'refused' | 'unreachable' | 'timeout' | 'too_large'

/** A request that got no answer that may be used. Its message may be shown to whoever asked. */
export class EgressError extends Error {
  readonly fault: EgressFault

  constructor(fault: EgressFault, message: string) {
    super(message)
    this.fault = fault
  }

  /** Whatever a connection failed with, in these terms. */
  static from(error: unknown, signal: AbortSignal): EgressError {
    if (error instanceof EgressError) return error
    if (signal.aborted) return new EgressError('timeout', 'The request took too long')
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
    return new EgressError('unreachable', REASONS.get(code) ?? 'The connection failed')
  }
}

const REASONS = new Map<unknown, string>([
  ['ECONNREFUSED', 'Connection refused'],
  ['ECONNRESET', 'Connection reset'],
  ['ETIMEDOUT', 'Connection timed out'],
  ['EHOSTUNREACH', 'Host unreachable'],
  ['ENETUNREACH', 'Network unreachable'],
  ['CERT_HAS_EXPIRED', 'The certificate has expired'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'The certificate is self-signed'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'The certificate is for another name'],
])
