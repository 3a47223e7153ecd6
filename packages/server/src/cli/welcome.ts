import type { FirstStart } from './first-start.ts'

/** What a start says once it listens: where to go, how to get in. */
export function welcome(of: {
  origin: string
  first: FirstStart
  seconds: number
  /** How the command line reaches the same data, such as `npx guichet`. */
  command: string
}): string {
  const { origin, first, seconds, command } = of
  return [
    '',
    `Guichet is ready after ${seconds.toFixed(1)} s: ${origin}`,
    '',
    `  Browser    ${origin}/      where to go from here`,
    `  Reference  ${origin}/docs  every operation, and a form to try it`,
    `  API        ${origin}       versions 2.7 to 2.16 and Preview`,
    `  Workspace  ${first.workspace.name} (${first.workspace.id}), teammate ${first.workspace.owner}`,
    '',
    ...howToSignIn(first, origin, command),
    '',
    ...howToGetIn(first, origin, command),
    '',
    '  Ctrl-C stops it.',
    '',
  ].join('\n')
}

function howToSignIn({ setup }: FirstStart, origin: string, command: string): string[] {
  if (setup === undefined)
    return [`  Sign in at ${origin}/app (forgot how? ${command} account reset-password <address>)`]
  return [
    '  Open this once to become the owner, and answer customers:',
    '',
    `    ${origin}/app/setup?token=${setup}`,
  ]
}

function howToGetIn(first: FirstStart, origin: string, command: string): string[] {
  const { token, fixed, warning, workspace } = first
  if (warning) return [`  ${warning}`, `  Make another: ${command} token create --workspace ${workspace.id}`]
  if (token === undefined) {
    return fixed
      ? ['  Call the API with the access token in GUICHET_ACCESS_TOKEN.']
      : [
          '  Call the API with an access token. It was shown at the first start; only its hash is kept.',
          `  Make another: ${command} token create --workspace ${workspace.id}`,
        ]
  }
  return [
    fixed
      ? '  Call the API with your access token, the one in GUICHET_ACCESS_TOKEN:'
      : '  Call the API with this access token, shown this once:',
    '',
    `    ${token}`,
    '',
    `  curl -H "Authorization: Bearer ${token}" ${origin}/me`,
  ]
}
