export { DEMO_CLIENT_SECRET, DEMO_WORKSPACE, seedDemo } from './demo.ts'
