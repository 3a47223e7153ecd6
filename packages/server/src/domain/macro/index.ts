export { createMacro, findMacro, listMacros, type MacroInput } from './macro.ts'
