import { scenarioNames } from '../mocks/scenarios.ts'
import { filesHolding, gzipBytes, scriptsOfPage } from './build-contents.ts'

const BUILD = 'dist'
const CEILING_KB = 170
/** Where people land: role homes, the list of indicators and its first, and the page of an SLO, which links lead to. */
const landingPages = [
  'on-call-page',
  'planning-page',
  'organization-page',
  'indicators-page',
  'slos-by-service-page',
  'slo-page',
]
/** Recharts and what draws with it: it comes with the pages that draw a burn-down, and is no part of their budget. */
const DRAWING = /^assets\/charts-/
const drawingPages = ['slo-page']

// A one-word name such as "down" is also an English word; those with a hyphen can only come from the mock.
const tellTaleNames = scenarioNames.filter((name) => name.includes('-'))
if (tellTaleNames.length === 0)
  throw new Error('No scenario has a name that would betray the mock in a build')

const shipped = filesHolding(['mockServiceWorker', ...tellTaleNames], BUILD)
for (const finding of shipped) console.error(`The production build holds the mock: ${finding}`)

const sizes = landingPages.map((page) => {
  const scripts = scriptsOfPage(page, BUILD)
  const isDrawing = (script: string) => DRAWING.test(script)
  return {
    page,
    kb: kilobytes(scripts.filter((script) => !isDrawing(script))),
    drawingKb: kilobytes(scripts.filter(isDrawing)),
  }
})
for (const { page, kb, drawingKb } of sizes) {
  const drawing = drawingKb === 0 ? '' : `, and ${drawingKb.toFixed(1)} kB that draw its chart`
  console.log(`${page}: ${kb.toFixed(1)} kB of JavaScript, gzip (at most ${CEILING_KB})${drawing}`)
}

// One shared module that the bundler puts beside the drawing makes a page load all of it.
const burdened = sizes.filter(({ page, drawingKb }) => drawingKb > 0 && !drawingPages.includes(page))
for (const { page } of burdened) console.error(`${page} loads what draws a burn-down, and draws none`)

if (shipped.length > 0 || burdened.length > 0 || sizes.some(({ kb }) => kb > CEILING_KB)) process.exitCode = 1

function kilobytes(scripts: readonly string[]): number {
  return gzipBytes(scripts, BUILD) / 1000
}
