/** Class names, those that apply. */
export const cx = (...names: (string | false | undefined | null)[]): string => names.filter(Boolean).join(' ')
