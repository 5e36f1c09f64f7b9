import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import { compareCatalogs } from './compare-catalogs.ts'
import { readCatalog } from './read-catalog.ts'
import { safePart } from './safe-part.ts'
import { sloCatalog } from './testing/generated-catalog.ts'
import { openSloText, ownText } from './testing/texts.ts'

const catalogOf = (...texts: readonly string[]) =>
  readCatalog([{ name: 'a.yaml', text: texts.join('---\n') }]).catalog

test('by what takes effect despite errors nothing is gone, nor any deployment or contract of an SLO', () => {
  const pair = fc.tuple(sloCatalog, sloCatalog).filter(([current]) => current.slos.length > 0)
  fc.assert(
    fc.property(pair, ([current, read]) => {
      const safe = safePart(current, read)
      for (const changes of compareCatalogs(current, safe).values()) {
        expect(changes.filter(({ kind }) => kind === 'gone')).toEqual([])
      }
      for (const held of current.slos) {
        const now = safe.slos.find(({ id }) => id === held.id)
        expect(now).toMatchObject({ deployments: held.deployments, slaTarget: held.slaTarget })
      }
      const services = new Set(safe.services.map(({ slug }) => slug))
      expect(safe.slos.filter(({ service }) => !services.has(service))).toEqual([])
      expect(safePart(safe, read)).toEqual(safe)
    }),
    { numRuns: 100 },
  )
})

describe('with the deployments unreadable', () => {
  const deployment = ownText('Deployment', 'kind: production').replace('this-one', 'eu')
  const current = catalogOf(openSloText({}), deployment)

  test('a target that reads well takes effect where the SLO runs', () => {
    const safe = safePart(current, catalogOf(openSloText({ objective: 'target: 0.95' })))
    expect(safe.slos).toMatchObject([{ target: 0.95, deployments: ['eu'] }])
  })

  test('a new SLO waits, because it would run in a deployment that nobody meant', () => {
    const safe = safePart(current, catalogOf(openSloText({}), openSloText({ name: 'errors' })))
    expect(safe).toEqual(current)
  })
})

test('where nothing is in effect yet, all that reads well is', () => {
  const read = catalogOf(openSloText({}))
  expect(safePart(catalogOf(), read)).toEqual(read)
})
