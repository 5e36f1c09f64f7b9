import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'

import { readCatalog } from '../sources/slo-as-code/read-catalog.ts'
import { openSloText } from '../sources/slo-as-code/testing/texts.ts'
import { readYaml } from './yaml-documents.ts'

// Many readings, or a process each, while other suites share the machine.
vi.setConfig({ testTimeout: 60_000 })

const doubled = (levels: number) =>
  [
    'a0: &a0 [x, x, x, x, x, x, x, x, x, x]',
    ...Array.from(
      { length: levels },
      (_, level) => `a${level + 1}: &a${level + 1} [*a${level}, *a${level}, *a${level}, *a${level}]`,
    ),
    '',
  ].join('\n')

test.each([
  ['a file of ten megabytes', 'a: b\n'.repeat(2_000_000), 'characters long'],
  ['a hundred thousand lists in each other', `a: ${'['.repeat(100_000)}`, 'nested too deeply'],
  ['the same, closed', `a: ${'['.repeat(50_000)}${']'.repeat(50_000)}`, 'nested too deeply'],
  ['mappings in each other', '{a: '.repeat(50_000), 'nested too deeply'],
  ['dashes in each other', '- '.repeat(50_000), 'nested too deeply'],
  ['aliases that multiply', doubled(30), 'repeated values'],
  ['an alias inside itself', 'a: &a [1, *a]\n', 'inside itself'],
  ['empty documents without end', '---\n'.repeat(500_000), 'documents'],
])('%s is refused in so many words', (_, text, words) => {
  const { documents, mistakes } = readYaml('bomb.yaml', text)
  expect(documents).toEqual([])
  expect(mistakes).toMatchObject([{ severity: 'error', place: { file: 'bomb.yaml' } }])
  expect(mistakes[0]?.problem).toContain(words)
})

test('a mapping of ten thousand names is read, and the one that stands there twice is found', () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `k${index}: 1\n`).join('')
  expect(readYaml('wide.yaml', names).mistakes).toEqual([])
  expect(readYaml('wide.yaml', `${names}k7: 2\n`).mistakes).toMatchObject([
    { place: { line: 10_001, column: 1 } },
  ])
})

test.each([
  ['a name that was never given', 'a: 1\nb: *nowhere\n', '2:4', 'named nowhere'],
  ['a merge of what is no mapping', 'a: 1\n<<: 5\n', '1:1', 'Merge'],
  ['a directive alone', '%YAML\n', '1:1', 'directive'],
])('%s is a mistake', (_, text, place, words) => {
  const { documents, mistakes } = readYaml('a.yaml', text)
  expect(documents).toEqual([])
  expect(mistakes.map((mistake) => `${mistake.place.line}:${mistake.place.column}`)).toEqual([place])
  expect(mistakes[0]?.problem).toContain(words)
})

test.each(['', '# a comment\n', '---\n', '---\n---\n# a comment\n'])(
  '%j is nothing, and no mistake',
  (text) => {
    expect(readYaml('a.yaml', text)).toEqual({ documents: [], mistakes: [] })
  },
)

test('no text at all makes reading fail', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'a',
      'b: ',
      '- ',
      '\n',
      '  ',
      '[',
      ']',
      '{',
      '}',
      ', ',
      '&x ',
      '*x',
      '<<: ',
      '!!map ',
      '!t ',
      '? ',
    ),
    fc.constantFrom(
      '---\n',
      '...\n',
      '%TAG ! x\n',
      '|\n',
      '>-\n',
      "'",
      '"',
      '#',
      '\t',
      '\r',
      '\0',
      '~',
      '1',
      '\uFEFF',
    ),
    fc.string({ maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { mistakes } = readCatalog([{ name: 'a.yaml', text: pieces.join('') }])
      for (const { place } of mistakes) expect(Math.min(place.line, place.column)).toBeGreaterThan(0)
    }),
    { numRuns: 1000 },
  )
})

test('ten thousand unknown fields are told of by the first fifty', () => {
  const fields = Array.from({ length: 10_000 }, (_, index) => `  sre-indicators/x${index}: a\n`).join('')
  const text = `apiVersion: openslo/v1\nkind: Service\nspec:\n${fields}metadata:\n  name: a\n  annotations:\n  ${fields.replaceAll('\n', '\n  ')}`
  expect(readCatalog([{ name: 'a.yaml', text }]).mistakes.length).toBeLessThan(100)
})

test('anchors and merges that only spare typing are fine', () => {
  const text = [
    'apiVersion: sre-indicators/v1',
    'kind: Team',
    'metadata: {name: basket, labels: &labels {region: eu}}',
    'spec: {services: []}',
    '---',
    'apiVersion: sre-indicators/v1',
    'kind: Team',
    'metadata: {name: &name payment, displayName: *name}',
    'spec:',
    '  <<: {services: []}',
    '',
  ].join('\n')
  const { catalog, mistakes } = readCatalog([{ name: 'teams.yaml', text }])
  expect(mistakes).toEqual([])
  expect(catalog.teams).toEqual([
    { slug: 'basket', name: 'basket' },
    { slug: 'payment', name: 'payment' },
  ])
})

test('a mistake in what an alias stands for is told where the alias stands', () => {
  const text = openSloText({ objective: '{timeSliceWindow: &slice 99, target: *slice}' })
  expect(readCatalog([{ name: 'a.yaml', text }]).mistakes).toMatchObject([
    { rule: 'percent-for-share', value: '99', place: { line: 15, column: 44 } },
  ])
})

test('lines are counted the same with the line ends of Windows', () => {
  const text = openSloText({ objective: 'target: 99' })
  const placeIn = (source: string) => readCatalog([{ name: 'a.yaml', text: source }]).mistakes[0]?.place
  expect(placeIn(text.replaceAll('\n', '\r\n'))).toEqual(placeIn(text))
})
