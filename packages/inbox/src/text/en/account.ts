export const account = {
  title: 'x',
} as const
