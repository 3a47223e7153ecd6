export const signIn = {
  title: 'x',
} as const
