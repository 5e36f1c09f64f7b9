import * as fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { stringify } from 'yaml'

import { findCatalogFiles } from './catalog-files.ts'
import { exportCatalog } from './export-catalog.ts'
import type { FieldPath } from '../../yaml/mistake.ts'
import { readCatalog } from './read-catalog.ts'
import { readYaml } from '../../yaml/yaml-documents.ts'

// Many readings, or a process each, while other suites share the machine.
vi.setConfig({ testTimeout: 60_000 })

const { files } = await findCatalogFiles('examples/slo-as-code')
const documents = files.flatMap(({ name, text }) => readYaml(name, text).documents.map(({ value }) => value))

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null

function pathsIn(value: unknown, path: FieldPath = []): readonly FieldPath[] {
  if (!isHolder(value)) return [path]
  return [path, ...Object.entries(value).flatMap(([key, inside]) => pathsIn(inside, [...path, key]))]
}

function replaced(value: unknown, [first, ...rest]: FieldPath, put: unknown): unknown {
  if (first === undefined || !isHolder(value)) return put
  const inside = replaced(Reflect.get(value, first), rest, put)
  return Array.isArray(value)
    ? value.map((item: unknown, index) => (String(index) === String(first) ? inside : item))
    : { ...value, [first]: inside }
}

/** Most of them stay as they are. */
const texts = documents.map((document) => stringify(document))
const places = documents.flatMap((document, index) => pathsIn(document).map((path) => ({ index, path })))
const cannotBeText = { toString: {} }
const oddValue = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    0,
    -1,
    1,
    100,
    1e308,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    '',
    '1',
    '__proto__',
    'ünï',
    cannotBeText,
    {},
    [],
  ),
)
/** In several documents at once: to read them all is what takes the time. */
const oddPlaces = fc.uniqueArray(
  fc.tuple(fc.constantFrom(...places), oddValue).map(([place, put]) => ({ ...place, put })),
  { minLength: 1, maxLength: 8, selector: ({ index }) => index },
)

test('an odd value anywhere is a mistake or is fine; what is read can be exported and read again', () => {
  fc.assert(
    fc.property(oddPlaces, (odd) => {
      const text = odd
        .reduce(
          (all, { index, path, put }) => all.with(index, stringify(replaced(documents[index], path, put))),
          texts,
        )
        .join('---\n')
      const { catalog, mistakes } = readCatalog([{ name: 'odd.yaml', text }])
      for (const { place, problem } of mistakes) {
        expect(place.line).toBeGreaterThan(0)
        expect(place.column).toBeGreaterThan(0)
        expect(problem).not.toMatch(/undefined|\[object|something else/)
      }
      const again = readCatalog([{ name: 'export.yaml', text: exportCatalog(catalog) }])
      expect(again.mistakes.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(again.catalog).toEqual(catalog)
    }),
    { numRuns: 60, examples: [[[{ index: 0, path: ['kind'], put: cannotBeText }]]] },
  )
})
