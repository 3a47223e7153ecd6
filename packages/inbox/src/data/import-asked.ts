/** The file of an import that an address names. */
export const importAskedOf = ({ file }: Record<string, unknown>): { file?: number } =>
  typeof file === 'number' ? { file } : {}
