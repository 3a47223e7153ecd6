export { answerQuestion } from './answer-question.ts'
export { viewHitlNotification } from './hitl-notification.ts'
export {
  createProcedure,
  type NewProcedure,
  type ProcedureRef,
  requireRunnable,
  runnableFor,
} from './procedure.ts'
export { type Resumed, resume } from './resume.ts'
export { abandon, advance, holdRunOf, type Progress, type Run, startRun } from './run.ts'
