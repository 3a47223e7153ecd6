import { planDistribution } from '../domain/distribution/index.ts'
import { planMails } from '../domain/reply-mail/index.ts'
import { planDeliveries } from '../domain/webhook/index.ts'
import type { Planner } from '../events/sequence-events.ts'

/** What follows from events and is planned with their place in the log, exactly once. */
export const PLANNERS: readonly Planner[] = [planDeliveries, planMails, planDistribution]
