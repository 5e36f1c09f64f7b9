import { embeddedFont } from '../ui/embedded-font.ts'
import { copyOfPage } from './page-copy.ts'
import { colourReader } from './svg-colour.ts'
import { svgElement } from './svg-copy.ts'
import { wrapWords } from './wrap-words.ts'

/** On white for print and slides, or as it stands on the screen. */
export type ImageGround = 'white' | 'screen'

export type ImageWords = Readonly<{
  title: string
  /** What the figures are of. */
  selection: string
  summary: string
  /** How far the data go, and from where. */
  foot: string
}>

type ChartImage = Readonly<{ svg: string; width: number; height: number }>

const PADDING = 20
const SCALE = 2
const type = {
  title: { size: 16, line: 22, weight: 600, ink: '--ink-1' },
  selection: { size: 12, line: 17, weight: 400, ink: '--ink-3' },
  summary: { size: 13, line: 19, weight: 400, ink: '--ink-2' },
  foot: { size: 11, line: 15, weight: 400, ink: '--ink-3' },
} as const
type Role = keyof typeof type

/** The drawing that is on the screen, with the words without which it says nothing elsewhere. */
export function chartImage(drawing: HTMLElement, words: ImageWords, ground: ImageGround): ChartImage {
  const { copy, paper, inks, family } = readAs(drawing, ground)
  const inner = Math.ceil(drawing.getBoundingClientRect().width)
  const width = inner + 2 * PADDING
  const root = svgElement('svg', { xmlns: 'http://www.w3.org/2000/svg' })
  root.append(svgElement('title', {}, words.title), svgElement('desc', {}, words.summary))
  root.append(svgElement('style', {}, embeddedFont))
  const sheet = svgElement('rect', { width: '100%', height: '100%', fill: paper })
  root.append(sheet)

  let y = PADDING
  const write = (role: Role) => {
    const { size, line, weight } = type[role]
    for (const part of wrapWords(words[role], inner, measure(`${weight} ${size}px ${family}`))) {
      const place = { x: PADDING, y: y + size, fill: inks[role], 'font-family': family }
      root.append(svgElement('text', { ...place, 'font-size': size, 'font-weight': weight }, part))
      y += line
    }
  }
  write('title')
  write('selection')
  write('summary')
  y += 10
  copy.setAttribute('transform', `translate(${PADDING} ${y})`)
  root.append(copy)
  y += Math.ceil(drawing.getBoundingClientRect().height) + 12
  write('foot')
  const height = y + PADDING - 4
  root.setAttribute('width', String(width))
  root.setAttribute('height', String(height))
  root.setAttribute('viewBox', `0 0 ${width} ${height}`)
  return { svg: new XMLSerializer().serializeToString(root), width, height }
}

/** Read in one go, before the browser draws again: the screen never shows the other theme. */
function readAs(drawing: HTMLElement, ground: ImageGround) {
  const { style } = drawing
  const { dataset } = document.documentElement
  const { theme } = dataset
  const ownSheets = document.adoptedStyleSheets
  if (ground === 'white') {
    // A colour on its way to another would be read where it begins.
    const calm = new CSSStyleSheet()
    calm.replaceSync('* { transition: none !important }')
    document.adoptedStyleSheets = [...ownSheets, calm]
    // The tokens decide at the root which of their two colours they are.
    dataset['theme'] = 'light'
    style.setProperty('--surface-page', '#fff')
  }
  const probe = drawing.appendChild(document.createElement('span'))
  try {
    const colours = colourReader()
    const colourOf = (name: string) => {
      probe.style.color = `var(${name})`
      return colours(getComputedStyle(probe).color)?.colour ?? '#000'
    }
    const inks = {
      title: colourOf(type.title.ink),
      selection: colourOf(type.selection.ink),
      summary: colourOf(type.summary.ink),
      foot: colourOf(type.foot.ink),
    }
    const paper = colourOf('--surface-page')
    const family = getComputedStyle(probe).fontFamily
    probe.remove()
    return { copy: copyOfPage(drawing, colours), paper, inks, family }
  } finally {
    probe.remove()
    style.removeProperty('--surface-page')
    if (theme === undefined) delete dataset['theme']
    else dataset['theme'] = theme
    // Settled before colours may fade again.
    void getComputedStyle(drawing).color
    document.adoptedStyleSheets = ownSheets
  }
}

function measure(font: string): (line: string) => number {
  const context = document.createElement('canvas').getContext('2d')
  if (context !== null) context.font = font
  return (line) => context?.measureText(line).width ?? line.length * 7
}

/** Twice as fine as the screen, so that it stays sharp on slides. */
export async function pngOf({ svg, width, height }: ChartImage): Promise<Blob> {
  const image = new Image()
  // A blob's address is not among those that the page's policy lets images come from.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * SCALE
  canvas.height = height * SCALE
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('The browser made no image of the drawing'))
      else resolve(blob)
    }, 'image/png')
  })
}
