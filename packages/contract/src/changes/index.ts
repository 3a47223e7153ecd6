import type { Change } from '../change.ts'
import { changes as in2_10 } from './2.10.ts'
import { changes as in2_11 } from './2.11.ts'
import { changes as in2_12 } from './2.12.ts'
import { changes as in2_14 } from './2.14.ts'
import { changes as in2_15 } from './2.15.ts'
import { changes as in2_16 } from './2.16.ts'
import { changes as inPreview } from './preview.ts'

/** Every change of every version, oldest version first: the only place the past is known. */
export const changes: Change[] = [
  ...in2_10,
  ...in2_11,
  ...in2_12,
  ...in2_14,
  ...in2_15,
  ...in2_16,
  ...inPreview,
]
