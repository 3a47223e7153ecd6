/** A client secret as the Standard Webhooks convention writes secrets: the bytes it signs with, in base64. */
export const standardSecret = (clientSecret: string): string =>
  `whsec_${Buffer.from(clientSecret, 'utf8').toString('base64')}`
