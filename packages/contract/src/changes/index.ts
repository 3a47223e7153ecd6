import type { Change } from '../change.ts'

/** Every change of every version, oldest version first: the only place the past is known. */
export const changes: Change[] = []
