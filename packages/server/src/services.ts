import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { appFolder } from '@guichet/inbox/build.ts'
import { messengerFolder } from '@guichet/messenger/build.ts'
import type { FastifyInstance } from 'fastify'
import { routes } from './api/routes.ts'
import { buildApp } from './app.ts'
import type { Clock } from './clock.ts'
import type { Config } from './config.ts'
import { type Database, openDatabase } from './db/database.ts'
import { type Channels, listen } from './db/listen.ts'
import type { OnStatement } from './db/statements.ts'
import { ApiRequests } from './domain/api-request/index.ts'
import { APP_CHANNEL, sealSecrets } from './domain/app/index.ts'
import { CredentialCache } from './domain/credential-cache.ts'
import { DISTRIBUTION_CHANNEL } from './domain/distribution/index.ts'
import { renderItem } from './domain/event-item/index.ts'
import { FIN_CHANNEL } from './domain/fin/index.ts'
import { HELP_DOMAIN_CHANNEL } from './domain/help-site/index.ts'
import { ALLOWLIST_CHANNEL } from './domain/ip-allowlist/index.ts'
import { JOB_CHANNEL } from './domain/job/index.ts'
import {
  hashMessengerToken,
  openMessengerTokens,
  selectMessengerCredential,
} from './domain/messenger/index.ts'
import { OUTGOING_CHANNEL } from './domain/outgoing/index.ts'
import type { Clockwork } from './domain/sandbox/index.ts'
import {
  SESSION_CHANNEL,
  SessionDesk,
  selectSessionCredential,
  touchSession,
} from './domain/session/index.ts'
import { selectCredential, TOKEN_CHANNEL } from './domain/token/index.ts'
import { WEBHOOK_CHANNEL } from './domain/webhook/index.ts'
import { nowIn } from './domain/workspace/index.ts'
import { type Egress, guardedEgress } from './egress/egress.ts'

import { guardedOutbound } from './egress/outbound.ts'
import { guardedReach } from './egress/reach.ts'

import { EventSignals } from './events/event-signals.ts'
import { Sequencer } from './events/sequencer.ts'
import { EVENTS_APPENDED, INBOX_CHANNEL, SEQUENCE_CHANNEL } from './events/sequencing.sql.ts'

import { AskedTogether } from './http/asked-together.ts'
import { serveEventStreams } from './http/event-stream.ts'
import { Gatekeeper } from './http/gatekeeper.ts'
import { HelpDomains } from './http/help-domains.ts'
import { RateLimiter } from './http/limit.ts'
import { RequestLog } from './http/request-log.ts'
import { RetryGuard } from './http/retry-guard.ts'
import { Streams } from './http/streams.ts'
import { clockwork } from './jobs/clockwork.ts'
import { crawlWebsites } from './jobs/crawl-websites.ts'
import { deliverFin } from './jobs/deliver-fin.ts'
import { distributeConversations } from './jobs/distribute-conversations.ts'
import { enforceRetentions } from './jobs/enforce-retention.ts'
import { fetchAttached } from './jobs/fetch-attachments.ts'
import { forgetApiRequests } from './jobs/forget-api-requests.ts'
import { forgetEvents } from './jobs/forget-events.ts'
import { forgetRequests } from './jobs/forget-requests.ts'
import { forgetWebhooks } from './jobs/forget-webhooks.ts'
import { mailConversations } from './jobs/mail-conversations.ts'
import { publishScheduled } from './jobs/publish-scheduled.ts'
import { readMails } from './jobs/read-mails.ts'
import { removeErased } from './jobs/remove-files.ts'
import { forgetCsvImports, runCsvImports } from './jobs/run-csv-imports.ts'
import { runEnqueued } from './jobs/run-enqueued.ts'
import { sendMails } from './jobs/send-outgoing.ts'
import { PLANNERS } from './jobs/sequence-events.ts'
import { everySecond } from './jobs/sweep.ts'
import { trimHistories } from './jobs/trim-history.ts'
import { wakeSnoozed } from './jobs/wake-snoozed.ts'
import { watchMailboxes } from './jobs/watch-mailboxes.ts'
import type { Log } from './log.ts'
import { type Mailer, outboxMailer } from './mail/mailer.ts'
import { smtpMailer } from './mail/smtp.ts'
import { outboxTexter } from './mail/texter.ts'
import { mountConsent } from './pages/consent.ts'
import { mountHelpPreview } from './pages/help/preview.ts'
import { mountPages } from './pages/mount-pages.ts'
import { localFanout } from './realtime/fanout.ts'
import { Live } from './realtime/live.ts'
import { keyInFile, keyOfPassphrase, type SecretBox, secretBox } from './secrets/secret-box.ts'
import { redisAttempts } from './shared/redis-attempts.ts'
import { redisCounts } from './shared/redis-counts.ts'
import { redisFanout } from './shared/redis-fanout.ts'
import { SharedRedis } from './shared/shared-redis.ts'
import { localFiles } from './storage/local.ts'
import { libreTranslate } from './translation/libre-translate.ts'
import { Deliverer } from './webhooks/deliverer.ts'
import { itemViews } from './webhooks/view-items.ts'

/** A whole server, composed but not yet listening. */
export interface Services {
  app: FastifyInstance
  database: Database
  /** The way out for what users name, such as the addresses of connectors. */
  egress: Egress
  secrets: SecretBox
  /** Tells how far the event logs have come. */
  signals: EventSignals
  /** What does by the clock whatever becomes due in a sandbox. */
  clockwork: Clockwork
  /** Stops taking requests, lets those under way finish, and lets go of the database. */
  close(): Promise<void>
}

/** The composition root: the only place where configuration meets the parts. `databaseUrl` is migrated already. */
export async function compose(of: {
  config: Config
  databaseUrl: string
  clock: Clock
  log: Log
  onStatement?: OnStatement
  /** Whether the sweeps that work by the clock run here too; tests start theirs by hand. */
  sweeping?: boolean
}): Promise<Services> {
  const { config, databaseUrl, clock, log } = of
  let sequencer: Sequencer | undefined
  /** What is told to every process, and what this one does about it. */
  let channels: Channels = {}
  const database = openDatabase(databaseUrl, {
    onError: error => log.warn({ err: error }, 'a database connection broke'),
    onStatement: of.onStatement,
    onCommitted: ({ channel, message }) =>
      channel === EVENTS_APPENDED ? sequencer?.appended() : channels[channel]?.(message),
  })
  if (of.sweeping !== false) sequencer = new Sequencer({ database, planners: PLANNERS, log })
  const signals = new EventSignals()
  const credentials = new CredentialCache(hash => selectCredential(database.unguarded.read, hash))
  const sessions = new SessionDesk({
    load: hash => selectSessionCredential(database.unguarded.read, hash),
    touch: use => database.transaction(tx => touchSession(tx, use), use.now),
  })
  const files = localFiles(join(config.dataDir, 'files'))
  const secrets = secretsOf(config)
  const egress = guardedEgress(config.egressAllow)
  const outbound = guardedOutbound(config.egressAllow)
  const reach = guardedReach(config.egressAllow)
  const origin = config.publicUrl ?? `http://${config.host}:${config.port}`
  const streams = new Streams()
  const enqueued =
    of.sweeping === false ? undefined : runEnqueued({ database, clock, egress, secrets, files, log })
  const fin = of.sweeping === false ? undefined : deliverFin({ database, clock, egress, secrets, log })
  const deliverer =
    of.sweeping === false
      ? undefined
      : new Deliverer({
          ...{ database, clock, outbound, secrets, log, render: renderItem },
          view: itemViews({ database, clock, origin: config.publicUrl ?? '' }),
        }).start()
  signals.subscribe(() => deliverer?.wake())
  const mailer = mailerOf(config)
  const outgoing =
    of.sweeping === false
      ? undefined
      : sendMails({ database, clock, mailer, texter: outboxTexter, files, log })
  const distributing = of.sweeping === false ? undefined : distributeConversations({ database, clock, log })
  const works = clockwork({
    ...{ database, clock, egress, secrets, files, mailer, texter: outboxTexter, origin },
    wakeDeliverers: deliverer && (() => deliverer.wake()),
    wakeStreams: workspaceId => streams.wakeWithin(workspaceId),
  })
  const apiRequests = new ApiRequests({
    database,
    onError: error => log.error({ err: error }, 'requests could not be announced'),
  })
  const helpDomains = new HelpDomains({
    db: database.unguarded.read,
    onError: error => log.error({ err: error }, 'the domains of help centers could not be read'),
  })
  channels = {
    [HELP_DOMAIN_CHANNEL]: () => helpDomains.changed(),
    [TOKEN_CHANNEL]: hash => credentials.forget(hash),
    [APP_CHANNEL]: () => {
      credentials.forgetAll()
      void apiRequests.refresh()
    },
    [SESSION_CHANNEL]: hash => sessions.forget(hash),
    [ALLOWLIST_CHANNEL]: () => {
      credentials.forgetAll()
      sessions.forgetAll()
    },
    [JOB_CHANNEL]: () => void enqueued?.now(),
    [DISTRIBUTION_CHANNEL]: () => void distributing?.now(),
    [OUTGOING_CHANNEL]: () => void outgoing?.now(),
    [FIN_CHANNEL]: session => {
      streams.wake(session)
      void fin?.now()
    },
    [INBOX_CHANNEL]: () => sequencer?.look(),
    [SEQUENCE_CHANNEL]: message => signals.hear(message),
    [WEBHOOK_CHANNEL]: () => deliverer?.wake(),
  }
  const listener = await listen(databaseUrl, {
    channels,
    onGap: () => {
      signals.missed()
      credentials.forgetAll()
      sessions.forgetAll()
      streams.wakeAll()
      helpDomains.changed()
    },
  })
  await sealSecrets(database, secrets)
  await apiRequests.refresh()
  await helpDomains.refresh()
  const redis = config.redisUrl === undefined ? undefined : new SharedRedis(config.redisUrl, log)
  const limiter = new RateLimiter(config.rateLimit, redis && redisCounts(redis))
  const fanout = redis ? redisFanout(redis) : localFanout()
  const retries = new RetryGuard(redis && redisAttempts(redis))
  const messengers = {
    find: (token: string, now: number) =>
      selectMessengerCredential(database.unguarded.read, hashMessengerToken(token), now),
    areOpen: new AskedTogether((tokens, now) => openMessengerTokens(database.unguarded.read, tokens, now)),
  }
  const gatekeeper = new Gatekeeper({
    messengers,
    credentials,
    sessions,
    limiter,
    clock,
    nowIn: (workspaceId, now) => nowIn(database.read, workspaceId, now),
    publicUrl: config.publicUrl,
    strict: config.strict,
  })
  const live = new Live({ database, signals, fanout, clock, publicUrl: config.publicUrl, log })
  const requestLog = new RequestLog({ database, clock, log, keeps: config.apiLog.days > 0 })
  const app = buildApp(routes, {
    ...{ egress, requestLog, helpDomains },
    ...{ database, gatekeeper, live, retries, files, secrets, outbound, reach, log },
    ...{ signals, apiRequests },
    translator: config.translation && libreTranslate(config.translation),
    mailLeaves: config.smtpUrl !== undefined,
    clockwork: works,
    runEnqueued: enqueued && (() => shortly(enqueued.now())),
  })
  app.addHook('preClose', async () => live.close())
  serveEventStreams(app, { database, clock, streams })
  mountHelpPreview(app, { database, sessions, clock, publicUrl: config.publicUrl })
  mountConsent(app, { database, sessions, clock, publicUrl: config.publicUrl })
  mountPages(app, { database, clock, publicUrl: config.publicUrl, appFolder, messengerFolder, redis, files })
  const byTheClock =
    of.sweeping === false
      ? []
      : [
          ...[
            wakeSnoozed,
            publishScheduled,
            forgetRequests,
            trimHistories,
            forgetEvents,
            enforceRetentions,
          ].map(start => start({ database, clock, log })),
          crawlWebsites({ database, clock, egress, log }),
          fetchAttached({ database, clock, egress, files, log }),
          forgetWebhooks({ database, clock, log, days: config.webhookLogDays }),
          forgetApiRequests({ database, clock, log, kept: config.apiLog }),
          runCsvImports({ database, clock, files, log }),
          forgetCsvImports({ database, clock, files, log }),
          mailConversations({ database, clock, secrets, files, origin, log }),
          removeErased({ database, files, log }),
          readMails({ database, clock, files, secrets, origin, log }),
          watchMailboxes({ database, clock, files, secrets, reach, log }),
          everySecond(log, () => requestLog.write()),
        ]
  app.addHook('preClose', async () => signals.close())
  const close = async () => {
    await app.close()
    await apiRequests.close()
    await sequencer?.close()
    await deliverer?.close()
    await Promise.all([...byTheClock, enqueued, fin, outgoing, distributing].map(sweep => sweep?.stop()))
    await requestLog.write()
    mailer.close()
    await listener.close()
    outbound.close()
    redis?.close()
    await database.close()
  }
  return { app, database, egress, secrets, signals, clockwork: works, close }
}

/** The mail server of the configuration, or the outbox. */
export const mailerOf = ({ smtpUrl, mailFrom }: Config): Mailer =>
  smtpUrl === undefined ? outboxMailer : smtpMailer({ url: smtpUrl, from: mailFrom })

/** What seals secrets under the key of the configuration. */
export const secretsOf = ({ secretKey, dataDir }: Config): SecretBox =>
  secretBox(async () => (secretKey ? keyOfPassphrase(secretKey) : keyInFile(join(dataDir, 'secret.key'))))

/** Waits for something, but for no longer than a caller would notice. */
const shortly = (work: Promise<void>): Promise<void> =>
  Promise.race([work, setTimeout(200, undefined, { ref: false })])
