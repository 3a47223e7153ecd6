export { teamMetrics } from './team-metric.ts'
