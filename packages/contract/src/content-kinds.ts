/**
 * Content that programs beside us show to contacts, by the kind under which webhooks tell of it, with what can happen to it. What is
 * shown here, such as banners, news, chats and mails, is not among it: its figures are our own.
 */
export const contentKinds = {
  carousel: ['receipt', 'goal_success', 'button_tap', 'completion', 'dismissal', 'permission_grant'],
  checklist: ['receipt', 'goal_success', 'click', 'completion', 'dismissal'],
  custom_bot: ['receipt', 'goal_success', 'reply', 'completion'],
  post: ['receipt', 'goal_success', 'open', 'click', 'reply', 'reaction'],
  push: ['receipt', 'goal_success', 'open', 'push_failure'],
  series: ['receipt', 'goal_success', 'series_completion', 'series_disengagement', 'series_exit'],
  'series.webhook': ['receipt', 'failure'],
  survey: ['receipt', 'goal_success', 'answer', 'click', 'completion', 'dismissal'],
  tooltip_group: ['receipt', 'goal_success', 'click', 'dismissal'],
  tour: ['receipt', 'goal_success', 'tour_step_failure', 'completion', 'dismissal'],
} as const

export type ContentKind = keyof typeof contentKinds

export const isContentKind = (kind: string): kind is ContentKind => Object.hasOwn(contentKinds, kind)

/** Everything that can happen to content of any kind. */
export const statTypes: readonly string[] = [...new Set(Object.values(contentKinds).flat())]
