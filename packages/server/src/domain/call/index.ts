export { findCall, findRecording, findTranscript, listCalls, searchCalls } from './call.ts'
export { type CallInput, recordCall } from './record-call.ts'
export { type TranscriptLine, transcriptOf } from './transcript.ts'
