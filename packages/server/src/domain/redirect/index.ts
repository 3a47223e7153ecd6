export { createRedirect, deleteRedirect, findRedirect, listRedirects } from './redirect.ts'
