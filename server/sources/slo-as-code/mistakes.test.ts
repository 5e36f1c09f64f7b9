import { describe, expect, test } from 'vitest'

import { readCatalog } from './read-catalog.ts'
import { formMistakes } from './testing/form-mistakes.ts'
import { referenceMistakes } from './testing/reference-mistakes.ts'
import { serviceMistakes } from './testing/service-mistakes.ts'
import { targetMistakes } from './testing/target-mistakes.ts'
import { teamDocumentMistakes } from './testing/team-document-mistakes.ts'
import { openSloText, pyrraText, slothText } from './testing/texts.ts'
import { warnings } from './testing/warnings.ts'

function marked(text: string) {
  const offset = text.indexOf('▸')
  const before = text.slice(0, offset).split('\n')
  const place = `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`
  return { text: text.replace('▸', ''), place }
}

const found = (text: string) =>
  readCatalog([{ name: 'slo.yaml', text }]).mistakes.map(({ place, ...mistake }) => ({
    ...mistake,
    place: `${place.line}:${place.column}`,
  }))

describe.each([
  { severity: 'error', cases: formMistakes },
  { severity: 'error', cases: targetMistakes },
  { severity: 'error', cases: referenceMistakes },
  { severity: 'error', cases: serviceMistakes },
  { severity: 'error', cases: teamDocumentMistakes },
  { severity: 'warning', cases: warnings },
])('$severity', ({ severity, cases }) => {
  test.each(cases)(
    '$what is found where it stands, and nothing else is',
    ({ text, rule, field, says, hint }) => {
      const { text: source, place } = marked(text)
      const mistakes = found(source)
      expect(mistakes).toMatchObject([{ severity, rule, field, place }])
      if (says !== undefined) expect(mistakes[0]?.problem).toContain(says)
      if (hint !== undefined) expect(mistakes[0]?.hint).toContain(hint)
    },
  )
})

test('a mistake keeps out what it is in, and nothing else', () => {
  const { catalog, mistakes } = readCatalog([
    { name: 'broken.yaml', text: '{{{' },
    {
      name: 'wrong.yaml',
      text: `${openSloText({ objective: 'target: 7000' })}---\n${openSloText({ name: 'errors' })}`,
    },
    { name: 'sloth.yaml', text: slothText({}).replace('slos:', 'slos:\n  - name: [wrong]') },
    { name: 'right.yaml', text: pyrraText({}) },
  ])
  expect(catalog.slos.map(({ id }) => id)).toEqual([
    'basket.availability.basket-errors',
    'search.availability.answers',
    'shop.availability.errors',
  ])
  expect([...new Set(mistakes.map(({ place }) => place.file))]).toEqual([
    'broken.yaml',
    'sloth.yaml',
    'wrong.yaml',
  ])
})

test('a reference to what has mistakes of its own is not said to name nothing', () => {
  const sli = 'apiVersion: openslo/v1\nkind: SLI\nmetadata: {name: answers}\nspec: {}\n'
  const problems = found(`${openSloText({ indicator: '  indicatorRef: answers' })}---\n${sli}`)
  expect(problems.map(({ problem }) => problem)).toEqual([
    'names an SLI that has mistakes of its own',
    'it must have either ratioMetric or thresholdMetric',
  ])
})
