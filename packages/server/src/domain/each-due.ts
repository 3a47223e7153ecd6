/**
 * Does one thing after another that is due, until nothing more gets done. What fails holds up nothing else: the first
 * fault is thrown at the end. Returns how many were done; `doOne` says whether it found anything to do.
 */
export async function eachDue<T>(
  select: () => Promise<T[]>,
  doOne: (due: T) => Promise<boolean>,
): Promise<number> {
  const faults: unknown[] = []
  const tryOne = (due: T) =>
    doOne(due).catch((fault: unknown) => {
      faults.push(fault)
      return false
    })
  let done = 0
  for (;;) {
    const before = done
    for (const due of await select()) if (await tryOne(due)) done += 1
    if (done === before) break
  }
  if (faults.length > 0) throw faults[0]
  return done
}
