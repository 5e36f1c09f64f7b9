import { NOT_IN_IMAGE } from './not-in-image.ts'
import { copyOfSvg, svgElement } from './svg-copy.ts'
import type { colourReader } from './svg-colour.ts'

type Colours = ReturnType<typeof colourReader>
type Origin = Readonly<{ left: number; top: number }>

/**
 * What a part of the page shows as the marks of one drawing: its drawings, the words between them, rules and grounds.
 * Made from where things stand on the screen, so that the image is what was looked at.
 */
export function copyOfPage(root: HTMLElement, colours: Colours): SVGElement {
  const sheet = svgElement('g', {})
  const { left, top } = root.getBoundingClientRect()
  append(sheet, root, { left, top }, colours)
  return sheet
}

function append(sheet: SVGElement, element: HTMLElement, origin: Origin, colours: Colours) {
  const style = getComputedStyle(element)
  if (isLeftOut(element, style)) return
  appendGround(sheet, element, style, origin, colours)
  for (const node of element.childNodes) {
    if (node instanceof SVGElement) {
      const { left, top } = node.getBoundingClientRect()
      const place = svgElement('g', {
        transform: `translate(${round(left - origin.left)} ${round(top - origin.top)})`,
      })
      place.append(copyOfSvg(node, colours))
      sheet.append(place)
    } else if (node instanceof HTMLElement) append(sheet, node, origin, colours)
    else if (node instanceof Text) appendWords(sheet, node, style, origin, colours)
  }
}

/** Hidden from sight, or meant for a moment. */
function isLeftOut(element: HTMLElement, style: CSSStyleDeclaration): boolean {
  if (element.hasAttribute(NOT_IN_IMAGE)) return true
  if (style.display === 'none' || style.visibility === 'hidden') return true
  const isClipped = style.position === 'absolute' && style.overflowX === 'hidden' && element.offsetWidth <= 1
  return isClipped
}

function appendGround(
  sheet: SVGElement,
  element: HTMLElement,
  style: CSSStyleDeclaration,
  origin: Origin,
  colours: Colours,
) {
  const { left, top, width, height } = element.getBoundingClientRect()
  const x = round(left - origin.left)
  const y = round(top - origin.top)
  const ground = colours(style.backgroundColor)
  if (ground !== null) {
    sheet.append(
      svgElement('rect', { x, y, width, height, fill: ground.colour, 'fill-opacity': ground.opacity }),
    )
  }
  const hatching = /gradient\(\S+, (\S+\([^)]*\)|#\w+)/.exec(style.backgroundImage)?.[1]
  if (hatching !== undefined) {
    const read = colours(hatching)
    const strokes = Array.from(
      { length: Math.floor(width / 4) },
      (_, at) => `M${x + at * 4} ${y + height}l4 -${Math.min(height, 9)}`,
    )
    sheet.append(svgElement('path', { d: strokes.join(''), stroke: read?.colour ?? 'none', fill: 'none' }))
  }
  const rule = Number.parseFloat(style.borderBottomWidth) > 0 ? colours(style.borderBottomColor) : null
  if (rule !== null) {
    const bottom = round(y + height - 0.5)
    sheet.append(
      svgElement('path', { d: `M${x} ${bottom}h${round(width)}`, stroke: rule.colour, fill: 'none' }),
    )
  }
}

type Line = { left: number; right: number; bottom: number; height: number; words: string[] }

/** Words where they stand, line by line; what an ellipsis cuts is cut here too. */
function appendWords(
  sheet: SVGElement,
  text: Text,
  style: CSSStyleDeclaration,
  origin: Origin,
  colours: Colours,
) {
  const ink = colours(style.color)
  if (ink === null) return
  const size = Number.parseFloat(style.fontSize)
  const edge = cutAt(text.parentElement)
  for (const line of linesOf(text)) {
    if (line.left >= edge) continue
    // The box of a line is its font's, of which about a fifth lies below the baseline.
    const baseline = line.bottom - (line.height - size) / 2 - size * 0.21
    const mark = svgElement(
      'text',
      {
        x: round(line.left - origin.left),
        y: round(baseline - origin.top),
        fill: ink.colour,
        'font-family': style.fontFamily,
        'font-size': style.fontSize,
        'font-weight': style.fontWeight,
        'font-stretch': style.fontStretch,
      },
      shortened(line, edge),
    )
    sheet.append(mark)
  }
}

function linesOf(text: Text): readonly Line[] {
  const lines: Line[] = []
  const range = document.createRange()
  for (const found of text.data.matchAll(/[^ \n\t]+/g)) {
    range.setStart(text, found.index)
    range.setEnd(text, found.index + found[0].length)
    const box = range.getClientRects()[0]
    if (box === undefined || box.width === 0) continue
    const last = lines.at(-1)
    if (last !== undefined && Math.abs(last.bottom - box.bottom) < 2) {
      last.words.push(found[0])
      last.right = box.right
    } else {
      lines.push({
        left: box.left,
        right: box.right,
        bottom: box.bottom,
        height: box.height,
        words: [found[0]],
      })
    }
  }
  return lines
}

/** The right edge of the nearest box that cuts what is too long for it. */
function cutAt(element: Element | null): number {
  for (let box = element, up = 0; box !== null && up < 3; box = box.parentElement, up += 1) {
    if (getComputedStyle(box).textOverflow === 'ellipsis') return box.getBoundingClientRect().right
  }
  return Number.POSITIVE_INFINITY
}

function shortened({ words, left, right }: Line, edge: number): string {
  const whole = words.join(' ')
  if (right <= edge + 1) return whole
  const fits = Math.floor(whole.length * ((edge - left) / (right - left))) - 1
  return `${whole.slice(0, Math.max(1, fits))}…`
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
