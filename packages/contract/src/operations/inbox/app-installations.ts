import { AppInstallation } from '../../models/app-installation.ts'
import { family } from '../../operation.ts'
import { Type } from '../../schema.ts'

/** The apps that a workspace has, whoever made them. */
export const appInstallations = family({
  list: {
    method: 'GET',
    path: '/app/api/installations',
    scope: 'manage_developer',
    summary: 'The apps installed in the workspace',
    answer: Type.Object({ type: Type.Literal('list'), data: Type.Array(AppInstallation) }),
  },
  uninstall: {
    method: 'DELETE',
    path: '/app/api/installations/{id}',
    scope: 'manage_developer',
    summary: 'Take an app out of the workspace: its tokens open nothing any more',
    status: 204,
  },
})
