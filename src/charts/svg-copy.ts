import type { colourReader } from './svg-colour.ts'

const SVG = 'http://www.w3.org/2000/svg'

type Colours = ReturnType<typeof colourReader>

/** Looks that style sheets gave and that a file must carry itself, with what goes without saying. */
const looks = [
  ['stroke-width', '1px'],
  ['stroke-dasharray', 'none'],
  ['stroke-linecap', 'butt'],
  ['stroke-linejoin', 'miter'],
  ['paint-order', 'normal'],
] as const
const textLooks = ['font-family', 'font-size', 'font-weight', 'font-stretch', 'text-anchor'] as const
/** What only the page has a use for. */
const pageOnly = /^(?:class|style|role|tabindex|aria-|data-)/
const groups = new Set(['svg', 'g', 'defs', 'pattern', 'clipPath'])

/** A drawing as it stands on the screen, with everything that style sheets say of it written onto its marks. */
export function copyOfSvg(drawing: SVGElement, colours: Colours): SVGElement {
  const copy = drawing.cloneNode(false)
  if (!(copy instanceof SVGElement)) throw new Error('A copy of a drawing is a drawing')
  const style = getComputedStyle(drawing)
  for (const name of copy.getAttributeNames()) if (pageOnly.test(name)) copy.removeAttribute(name)
  if (drawing.localName === 'svg') sizeLike(copy, style)
  if (style.opacity !== '1') copy.setAttribute('opacity', style.opacity)
  if (groups.has(drawing.localName)) {
    for (const child of drawing.children) {
      if (child instanceof SVGElement && isShown(child)) copy.append(copyOfSvg(child, colours))
    }
    return copy
  }
  paint(copy, 'fill', style.fill, colours)
  paint(copy, 'stroke', style.stroke, colours)
  for (const [name, own] of looks) {
    const value = style.getPropertyValue(name)
    copy.removeAttribute(name)
    if (value !== own && style.stroke !== 'none') copy.setAttribute(name, value)
  }
  if (drawing.localName === 'text') {
    for (const name of textLooks) copy.setAttribute(name, style.getPropertyValue(name))
    copy.textContent = drawing.textContent
  }
  return copy
}

/** Nested drawings keep the size that style sheets gave them. */
function sizeLike(copy: SVGElement, style: CSSStyleDeclaration) {
  for (const name of ['width', 'height'] as const) {
    if (style[name].endsWith('px')) copy.setAttribute(name, String(Number.parseFloat(style[name])))
  }
  copy.setAttribute('overflow', style.overflowX === 'hidden' ? 'hidden' : 'visible')
}

function isShown(element: Element): boolean {
  if (element.localName === 'title' || element.localName === 'desc') return false
  return groups.has(element.localName) || getComputedStyle(element).display !== 'none'
}

/** Hatchings are patterns of the same drawing, and are copied with it. */
function paint(copy: SVGElement, name: 'fill' | 'stroke', computed: string, colours: Colours) {
  copy.removeAttribute(`${name}-opacity`)
  if (computed.startsWith('url(')) {
    copy.setAttribute(name, computed.replaceAll('"', ''))
    return
  }
  const read = colours(computed)
  copy.setAttribute(name, read?.colour ?? 'none')
  if (read !== null && read.opacity < 1) copy.setAttribute(`${name}-opacity`, String(read.opacity))
}

export function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
): SVGElement {
  const element = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value))
  if (text !== undefined) element.textContent = text
  return element
}
