import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { hourFromIso } from './hours.ts'
import {
  audiences,
  bracketSpan,
  isImpacting,
  isShownTo,
  nextUpdateDue,
  serviceStates,
  worstOf,
} from './service-status.ts'
import { goldenCase } from './testing/golden.ts'

/** "2020-12-01T15:51Z" in milliseconds: the domain has no Date. */
function instantOf(text: string): number {
  const minutes = Number(/T\d\d:(\d\d)/.exec(text)?.[1])
  return ((hourFromIso(text.replace('Z', ':00Z')) ?? 0) * 60 + minutes) * 60_000
}

describe('the state of services', () => {
  it('is impacted by open incidents of priority 1 and 2, whatever their severity', () => {
    const golden = goldenCase('GC-ST-01')
    const states = serviceStates(
      golden.numbers('inputs', 'services').map(String),
      [0, 1].map((row) => ({
        services: [String(golden.number('inputs', 'incidents', row, 'service'))],
        priority: golden.number('inputs', 'incidents', row, 'priority'),
        resolvedMs: null,
      })),
    )
    const those = (state: string) =>
      [...states].flatMap(([service, one]) => (one === state ? [Number(service)] : []))
    expect(those('impacted')).toEqual(golden.numbers('expected', 'impacted'))
    expect(those('healthy')).toEqual(golden.numbers('expected', 'healthy'))
  })

  it('is not that of what is over, of little priority, or of none', () => {
    expect(isImpacting({ priority: 1, resolvedMs: 5 })).toBe(false)
    expect(isImpacting({ priority: 3, resolvedMs: null })).toBe(false)
    expect(isImpacting({ priority: null, resolvedMs: null })).toBe(false)
  })

  it('of a product is that of its worst service', () => {
    expect(worstOf(['healthy', 'impacted'])).toBe('impacted')
    expect(worstOf(['healthy'])).toBe('healthy')
    expect(worstOf([])).toBe('healthy')
  })
})

describe('updates', () => {
  it('are due every two, four and six hours, and never where the priority asks for none', () => {
    const hour = 3_600_000
    expect([1, 2, 3, 4, null].map((priority) => nextUpdateDue(priority, 0))).toEqual([
      2 * hour,
      4 * hour,
      6 * hour,
      null,
      null,
    ])
  })

  it('say in the last of them how long it took, and reach the second ring only if it took that long', () => {
    const golden = goldenCase('GC-STK-01')
    // The file leaves out the seconds.
    const first = instantOf(golden.text('inputs', 'first'))
    const last = instantOf(golden.text('inputs', 'last'))
    expect(bracketSpan(first, last, golden.number('inputs', 'ring2_after_min'))).toEqual({
      minutes: golden.number('expected', 'ttr_min'),
      reachedRing2: golden.flag('expected', 'ring2_notified'),
    })
  })
})

describe('who is shown what', () => {
  it('the organization everything, people outside only what is listed for them', () => {
    for (const listedFor of audiences) expect(isShownTo(listedFor, 'organization')).toBe(true)
    expect(audiences.filter((listedFor) => isShownTo(listedFor, 'external'))).toEqual(['external'])
  })

  it('never more to an audience than to the one before it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...audiences), (listedFor) => {
        expect(isShownTo(listedFor, 'stakeholders') || !isShownTo(listedFor, 'external')).toBe(true)
      }),
    )
  })
})
