import { expect, test } from 'vitest'
import { modules } from './modules.ts'

const LONGEST = 400

test(`no file is longer than ${LONGEST} lines`, () => {
  const byLength = modules.toSorted((a, b) => a.lines - b.lines)
  const at = (share: number) => byLength[Math.floor(share * (byLength.length - 1))]?.lines
  console.log(
    `${byLength.length} files: median ${at(0.5)} lines, 95th percentile ${at(0.95)}, longest ${at(1)}`,
  )
  const tooLong = byLength.filter(({ lines }) => lines > LONGEST)
  expect(tooLong.map(({ path, lines }) => `${path} has ${lines} lines`)).toEqual([])
})
