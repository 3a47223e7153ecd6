export { finishSso, startSso } from './sso.ts'
