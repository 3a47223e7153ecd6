import type { Standing } from '../conversation/index.ts'

/** The numbers of a conversation that reports go on counting when it is deleted; none of its words. */
export function metricsOf(conversation: Standing): Partial<Standing> {
  const { title, custom_attributes, ...numbers } = conversation
  return numbers
}
