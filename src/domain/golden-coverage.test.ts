import { describe, expect, it } from 'vitest'

import { notCoveredYet } from './testing/golden-not-covered.ts'
import { goldenIds } from './testing/golden.ts'

const testFiles = import.meta.glob<string>(
  ['/src/**/*.test.{ts,tsx}', '/server/**/*.test.ts', '/mocks/**/*.test.ts'],
  { query: '?raw', import: 'default', eager: true },
)

/** A test reads a case by its id, so the id stands in its file as a string of its own. */
const covered = new Set(
  Object.values(testFiles).flatMap((text) =>
    [...text.matchAll(/'(GC-[\w-]+)'/g)].map((found) => found[1] ?? ''),
  ),
)
const listed = Object.values(notCoveredYet).flat()

describe('golden cases', () => {
  it('are each covered by a test or listed with the area that will cover them', () => {
    const known = new Set([...covered, ...listed])
    expect(goldenIds.filter((id) => !known.has(id))).toEqual([])
  })

  it('leave the list when their test comes', () => {
    expect(listed.filter((id) => covered.has(id))).toEqual([])
  })

  it('exist under the ids that tests and list use, each listed once', () => {
    const ids = new Set(goldenIds)
    expect([...covered, ...listed].filter((id) => !ids.has(id))).toEqual([])
    expect(listed).toHaveLength(new Set(listed).size)
  })
})
