export { findChannels } from './channel.ts'
