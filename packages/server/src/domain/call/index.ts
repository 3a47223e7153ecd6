export { findCall, findRecording, findTranscript, listCalls, searchCalls, viewCalls } from './call.ts'
export type { CallView } from './call.view.ts'
export { type CallInput, recordCall } from './record-call.ts'
export { type TranscriptLine, transcriptOf } from './transcript.ts'
