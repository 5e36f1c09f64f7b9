import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

import {
  burnCause,
  burnOrder,
  CAUSE_LOOKBACK_HOURS,
  type SeenDependency,
  type SeenRelease,
} from './burn-cause.ts'

const START = 500_000
const cart = (at: number, version = 'c1'): SeenRelease => ({ service: 'cart', version, at })
const ledger = (at: number, version = 'l1'): SeenRelease => ({ service: 'ledger', version, at })
const burns = (service: string, burnsSince: number | null): SeenDependency => ({ service, burnsSince })
const cause = (releases: readonly SeenRelease[], dependencies: readonly SeenDependency[] = []) =>
  burnCause({ service: 'cart', startHour: START, releases, dependencies })

describe('a release of the service', () => {
  test('just before the burn is the cause, even where a dependency burns too', () => {
    const release = cart(START - 0.1)
    expect(cause([release], [burns('ledger', START)])).toEqual({ kind: 'release', release })
  })

  test('in the first burning hour counts, for its minutes are not known; one after it does not', () => {
    expect(cause([cart(START + 0.9)]).kind).toBe('release')
    expect(cause([cart(START + 1)]).kind).toBe('none')
  })

  test('a day before is the cause where nothing nearer is; a minute more is none', () => {
    expect(cause([cart(START - 24)]).kind).toBe('release')
    expect(cause([cart(START - 24.02)]).kind).toBe('none')
  })

  test('of several the last one', () => {
    expect(cause([cart(START - 5, 'c2'), cart(START - 1, 'c3'), cart(START - 9)])).toMatchObject({
      release: { version: 'c3' },
    })
  })
})

describe('a dependency', () => {
  test('that began to burn no later is the cause, with the release before its own burn', () => {
    const release = ledger(START - 3)
    expect(cause([cart(START - 20), release], [burns('ledger', START - 2)])).toEqual({
      kind: 'dependency',
      service: 'ledger',
      since: START - 2,
      release,
    })
  })

  test('that burns without a release is named all the same', () => {
    expect(cause([], [burns('ledger', START + 1)])).toMatchObject({ kind: 'dependency', release: null })
  })

  test('that began to burn later is a victim, not the cause', () => {
    expect(cause([], [burns('ledger', START + 2)])).toEqual({ kind: 'none' })
  })

  test('of several the one that burned first; of two at once the nearest', () => {
    const later = burns('mail', START - 1)
    expect(cause([], [later, burns('ledger', START - 4)])).toMatchObject({ service: 'ledger' })
    expect(cause([], [later, burns('ledger', START - 1)])).toMatchObject({ service: 'mail' })
  })

  test('that only changed is named last', () => {
    const release = ledger(START - 6)
    expect(cause([release], [burns('ledger', null)])).toEqual({ kind: 'dependency-release', release })
    expect(cause([cart(START - 20), release], [burns('ledger', null)]).kind).toBe('release')
  })
})

describe('a burn and that of a dependency, in words', () => {
  test.each([
    ['after', START - 1],
    ['when', START],
    ['before', START + 1],
  ])('it burns %s the other began to', (words, dependencySince) => {
    expect(burnOrder(START, dependencySince)).toBe(words)
  })

  test('only a dependency that began to burn no later is said to have been first', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (own, other) => {
        expect(burnOrder(own, other) === 'before').toBe(other > own)
      }),
    )
  })
})

const service = fc.constantFrom('cart', 'ledger', 'mail', 'stranger')
const instant = fc.double({ min: START - 60, max: START + 60, noNaN: true })

test('what is named happened within the day before, and is of the service or of what it calls', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ service, version: fc.string(), at: instant })),
      fc.array(fc.record({ service: fc.constantFrom('ledger', 'mail'), burnsSince: fc.option(instant) })),
      (releases, dependencies) => {
        const found = cause(releases, dependencies)
        const known = new Set(['cart', ...dependencies.map((one) => one.service)])
        if (found.kind === 'none') return
        const since = found.kind === 'dependency' ? found.since : START
        expect(since).toBeLessThanOrEqual(START + 1)
        if (found.kind === 'dependency') expect(known.has(found.service)).toBe(true)
        if (found.release === null) return
        expect(known.has(found.release.service)).toBe(true)
        expect(found.release.at).toBeGreaterThanOrEqual(since - CAUSE_LOOKBACK_HOURS)
        expect(found.release.at).toBeLessThan(since + 1)
      },
    ),
  )
})
