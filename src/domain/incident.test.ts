import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { detectionMinutes, detectionQuality, detectors, recoveryMinutes } from './incident.ts'
import type { Detector } from './incident.ts'
import { incident } from './testing/incidents.ts'

describe('how long an incident took', () => {
  it('to recover counts from its creation, not from its detection', () => {
    const one = incident({ startedMinute: -20, detectedMinute: -15, createdMinute: 0, resolvedMinute: 51 })
    expect(recoveryMinutes(one)).toBe(51)
  })

  it('is open while it is not resolved', () => {
    expect(recoveryMinutes(incident({ resolvedMinute: null }))).toBeNull()
  })

  it('to be detected counts from the first affected user', () => {
    expect(detectionMinutes(incident({ startedMinute: -20, detectedMinute: -15 }))).toBe(5)
    expect(detectionMinutes(incident({ startedMinute: 0, detectedMinute: 0.5 }))).toBe(0.5)
  })

  it.each([
    ['when it began', { startedMinute: null, detectedMinute: 3 }],
    ['when it was seen', { startedMinute: 3, detectedMinute: null }],
  ])('to be detected is unknown where nobody noted %s', (_name, times) => {
    expect(detectionMinutes(incident(times))).toBeNull()
  })
})

describe('who saw it first', () => {
  const quality = (...some: readonly (Detector | null)[]) =>
    detectionQuality(some.map((detectedBy) => ({ detectedBy })))

  it.each<[string, ReturnType<typeof detectionQuality>, ReturnType<typeof detectionQuality>]>([
    [
      'nobody knows',
      quality(null, null),
      { knownCount: 0, firstToDetect: null, notDetectedInternally: null },
    ],
    ['no incident', quality(), { knownCount: 0, firstToDetect: null, notDetectedInternally: null }],
    [
      'the owner, by SLO or monitoring',
      quality('slo', 'monitoring'),
      { knownCount: 2, firstToDetect: 1, notDetectedInternally: 0 },
    ],
    [
      'others, outside',
      quality('support', 'stakeholder', 'customer'),
      { knownCount: 3, firstToDetect: 0, notDetectedInternally: 1 },
    ],
    ['a colleague', quality('employee'), { knownCount: 1, firstToDetect: 0, notDetectedInternally: 0 }],
    [
      'all of it, with one unknown left out',
      quality('slo', 'customer', 'employee', null, 'slo'),
      { knownCount: 4, firstToDetect: 0.5, notDetectedInternally: 0.25 },
    ],
  ])('%s', (_name, found, expected) => {
    expect(found).toEqual(expected)
  })

  it('the two shares never make more than all', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...detectors), { minLength: 1 }), (some) => {
        const { firstToDetect, notDetectedInternally, knownCount } = quality(...some)
        expect(knownCount).toBe(some.length)
        const employees = some.filter((one) => one === 'employee').length / some.length
        expect((firstToDetect ?? 0) + (notDetectedInternally ?? 0) + employees).toBeCloseTo(1, 9)
      }),
    )
  })
})
