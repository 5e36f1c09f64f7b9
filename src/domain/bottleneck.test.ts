import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  bottleneckId,
  breaksInARow,
  leanOf,
  parseBottleneckId,
  worstTenth,
  type Evidence,
  type EvidenceKind,
} from './bottleneck.ts'
import { goldenCase } from './testing/golden.ts'

const rows = (...values: readonly number[]) => values.map((value, at) => ({ service: `s${at}`, value }))

describe('the worst tenth', () => {
  it('of twenty services are two', () => {
    const values = rows(...Array.from({ length: 20 }, (_, at) => (at + 1) * 10))
    expect(worstTenth(values).map(({ service }) => service)).toEqual(['s19', 's18'])
  })

  it('of fewer than ten is no whole service', () => {
    expect(worstTenth(rows(1, 2, 3, 4, 5, 6, 7, 8, 900))).toEqual([])
  })

  it('is nobody where many are as bad', () => {
    expect(worstTenth(rows(1, 1, 1, 1, 1, 1, 1, 1, 9, 9))).toEqual([])
  })

  it('is nobody where the worst is hardly worse than the middle', () => {
    expect(worstTenth(rows(100, 100, 100, 100, 100, 100, 100, 100, 100, 110))).toEqual([])
    expect(worstTenth(rows(100, 100, 100, 100, 100, 100, 100, 100, 100, 111))).toMatchObject([
      { service: 's9', times: 1.11 },
    ])
  })

  it('has no times where the middle is 0', () => {
    expect(worstTenth(rows(0, 0, 0, 0, 0, 0, 0, 0, 0, 0.5))).toMatchObject([{ times: null }])
  })

  it('is never more than a tenth, worst first, and worse than everybody else', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 45 }), (values) => {
        const found = worstTenth(rows(...values))
        expect(found.length).toBeLessThanOrEqual(values.length / 10)
        const others = rows(...values).filter(({ service }) => !found.some((one) => one.service === service))
        const least = Math.min(...found.map(({ value }) => value))
        expect(others.every(({ value }) => value < least)).toBe(true)
        expect(found.map(({ value }) => value)).toEqual(
          found.map(({ value }) => value).toSorted((a, b) => b - a),
        )
      }),
    )
  })
})

describe('a budget that is broken again and again', () => {
  it('is a bottleneck from the second closed period in a row on', () => {
    expect(breaksInARow(['fulfilled', 'broken', 'broken'])).toBe(2)
    expect(breaksInARow(['broken', 'broken', 'fulfilled'])).toBe(null)
    expect(breaksInARow(['fulfilled', 'fulfilled', 'broken'])).toBe(null)
  })

  it('is judged by closed periods alone', () => {
    expect(breaksInARow(['broken', 'broken', 'broken', 'open'])).toBe(3)
    expect(breaksInARow(['broken', 'open'])).toBe(null)
  })
})

describe('what the evidence leans to', () => {
  const kinds: Readonly<Record<string, EvidenceKind>> = {
    customer_tickets: 'customer-tickets',
    revenue_loss: 'revenue-loss',
    users_abandon: 'users-leave',
    engagement_effect: 'engagement',
  }

  it('GC-CD-01: whatever costs customers or revenue comes first', () => {
    const golden = goldenCase('GC-CD-01')
    const prioritized = ['1', '2', '3', '4'].filter((bottleneck) => {
      const given = golden.value('inputs', 'bottlenecks', bottleneck)
      const evidence = Object.keys(given as object).map((name) => ({
        kind: kinds[name] ?? 'other',
        isFound: golden.flag('inputs', 'bottlenecks', bottleneck, name),
      }))
      return leanOf(evidence) === 'prioritise'
    })
    expect(prioritized.map(Number)).toEqual(golden.numbers('expected', 'prioritized'))
  })

  it('is nothing without evidence', () => {
    expect(leanOf([])).toBe(null)
  })

  it('is to prioritise as soon as one signal is found, however many are not', () => {
    const anyEvidence: fc.Arbitrary<readonly Evidence[]> = fc.array(
      fc.record({
        kind: fc.constantFrom('customer-tickets' as const, 'other' as const),
        isFound: fc.boolean(),
      }),
    )
    fc.assert(
      fc.property(anyEvidence, (evidence) => {
        const found = { kind: 'users-leave', isFound: true } as const
        expect(leanOf([...evidence, found])).toBe('prioritise')
        if (evidence.length > 0 && evidence.every(({ isFound }) => !isFound))
          expect(leanOf(evidence)).toBe('not-now')
      }),
    )
  })
})

describe('the name of a bottleneck', () => {
  it('says what it is about', () => {
    expect(bottleneckId({ side: 'efficiency', component: 'build-lead-time', team: 'fleet' })).toBe(
      'cd.build-lead-time.fleet',
    )
    expect(parseBottleneckId('sre.latency.log-on.api')).toEqual({
      side: 'reliability',
      sli: 'latency',
      service: 'log-on.api',
    })
  })

  it('leads back to it', () => {
    const about = { side: 'efficiency', component: 'commit-interval', team: 'a.b-c' } as const
    expect(parseBottleneckId(bottleneckId(about))).toEqual(about)
  })

  it.each(['cd.colour.fleet', 'cd.build-lead-time', 'sre.latency', 'x.y.z', ''])('%s is none', (text) => {
    expect(parseBottleneckId(text)).toBe(null)
  })
})
