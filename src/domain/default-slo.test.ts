import { expect, it } from 'vitest'

import { effectiveSlos, listedSlos } from './default-slo.ts'
import type { SloObjective } from './default-slo.ts'
import { goldenCase } from './testing/golden.ts'
import type { GoldenCase } from './testing/golden.ts'

type Flavor = 'explicit' | 'default'

/** An objective as the cases write it: target in percent, threshold in ms where the SLI has one; null where it is not set. */
function objective(golden: GoldenCase, half: 'inputs' | 'expected', ...path: string[]): SloObjective | null {
  const stored = golden.value(half, ...path.slice(0, -1))
  const name = path.at(-1) ?? ''
  const entry = Object.entries(stored ?? {}).find(([key]) => key === name)?.[1]
  if (typeof entry !== 'object' || entry === null) return null
  const threshold = Object.entries(entry).find(([key]) => key === 'ms')?.[1]
  return {
    target: golden.number(half, ...path, 'target') / 100,
    thresholdMs: typeof threshold === 'number' ? threshold : null,
  }
}

it.each(['GC-DEF-01', 'GC-DEF-02'])('%s: an explicit SLO replaces the default of its SLI only', (id) => {
  const golden = goldenCase(id)
  for (const sli of ['availability', 'latency']) {
    const explicit = objective(golden, 'inputs', 'explicit', sli)
    const found = effectiveSlos(explicit ? [explicit] : [], objective(golden, 'inputs', 'defaults', sli))
    const flavor = golden.text('expected', sli, 'flavor')
    expect(found).toEqual([{ ...objective(golden, 'expected', sli), flavor }])
  }
})

it('GC-DEF-05: neither explicit nor default means no SLO', () => {
  const golden = goldenCase('GC-DEF-05')
  expect(golden.value('expected', 'availability')).toBeNull()
  expect(effectiveSlos([], objective(golden, 'inputs', 'defaults', 'availability'))).toEqual([])
})

it('several explicit SLOs of one SLI all hold', () => {
  const fast = { target: 0.9, thresholdMs: 200 }
  const slow = { target: 0.99, thresholdMs: 1000 }
  expect(effectiveSlos([fast, slow], { target: 0.8, thresholdMs: 1000 })).toEqual([
    { ...fast, flavor: 'explicit' },
    { ...slow, flavor: 'explicit' },
  ])
})

it('GC-DEF-04: lists can hide the defaults', () => {
  const golden = goldenCase('GC-DEF-04')
  const slos = [0, 1].map((i) => ({
    id: golden.number('inputs', 'slos', i, 'id'),
    flavor: golden.text('inputs', 'slos', i, 'flavor') as Flavor,
  }))
  const listed = listedSlos(slos, golden.flag('inputs', 'show_default_slos'))
  expect(listed.map(({ id }) => id)).toEqual(golden.value('expected', 'listed'))
  expect(listedSlos(slos, true)).toEqual(slos)
})
