/** What floats is put here, after the app: above all of it, and in a landmark of its own. */
export const layers = document.createElement('div')
layers.setAttribute('role', 'region')
document.body.append(layers)

/** Tells screen readers what floats there. */
export function nameLayers(label: string): void {
  layers.setAttribute('aria-label', label)
}
