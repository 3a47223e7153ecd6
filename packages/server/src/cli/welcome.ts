import type { FirstStart } from './first-start.ts'

/** What a start says once it listens: where to go, how to get in. */
export function welcome(of: { origin: string; first: FirstStart; seconds: number }): string {
  const { origin, first, seconds } = of
  return [
    '',
    `Guichet is ready after ${seconds.toFixed(1)} s: ${origin}`,
    '',
    `  API        ${origin}       every published version, 2.7 to 2.16 and Preview`,
    `  Reference  ${origin}/docs  read it and try calls`,
    `  Pages      ${origin}/app`,
    `  Workspace  ${first.workspace.name} (${first.workspace.id}), teammate ${first.workspace.owner}`,
    '',
    ...howToGetIn(first, origin),
    '',
  ].join('\n')
}

function howToGetIn({ token, fixed, warning, workspace }: FirstStart, origin: string): string[] {
  if (warning) return [`  ${warning}`, `  Make another: npx guichet token create --workspace ${workspace.id}`]
  if (token === undefined) {
    return fixed
      ? ['  Log in with the access token in GUICHET_ACCESS_TOKEN.']
      : [
          '  Log in with an access token. It was shown at the first start; only its hash is kept.',
          '  Make another: npx guichet token create',
        ]
  }
  return [
    fixed
      ? '  Log in with your access token, the one in GUICHET_ACCESS_TOKEN:'
      : '  Log in with this access token, shown this once:',
    '',
    `    ${token}`,
    '',
    `  curl -H "Authorization: Bearer ${token}" ${origin}/me`,
  ]
}
