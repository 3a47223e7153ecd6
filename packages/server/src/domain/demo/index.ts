export { DEMO_WORKSPACE, seedDemo } from './demo.ts'
