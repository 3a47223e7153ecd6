import { type PlainKey, t } from '../../text/t.ts'

const NAMES: Record<string, PlainKey> = {
  ...{ messenger: 'reports.messenger', email: 'reports.email', sms: 'reports.sms' },
  ...{ whatsapp: 'reports.whatsapp', phone_call: 'reports.phone_call', phone_switch: 'reports.phone_call' },
  ...{ facebook: 'reports.facebook', instagram: 'reports.instagram', twitter: 'reports.twitter' },
}

/** What a channel is called; one that nobody knows by its own name. */
export function channelName(channel: string): string {
  const key = NAMES[channel]
  return key ? t(key) : channel
}
