const SVG = 'http://www.w3.org/2000/svg'
export const CROSS = 'M6 6l12 12M18 6L6 18'

/** A drawing beside words that say the same. */
export function drawing(name: string, path: string): SVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('class', name)
  svg.setAttribute('viewBox', '0 0 24 24')
  svg.setAttribute('aria-hidden', 'true')
  const line = document.createElementNS(SVG, 'path')
  line.setAttribute('d', path)
  svg.append(line)
  return svg
}
