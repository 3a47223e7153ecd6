export { createMacro, findMacro, listMacros, type MacroInput } from './macro.ts'
export { deleteMacro, listAllMacros, updateMacro, writeMacro } from './set-macros.ts'
