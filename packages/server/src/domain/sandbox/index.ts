export { type Clockwork, findClock, moveClock } from './clock.ts'
export { createSandbox, makeSandbox } from './create.ts'
export { addFault, clearFaults, type Drawn, drawFaults, listFaults, removeFault } from './faults.ts'
export { keepSeed, resetToSeed } from './seed.ts'
