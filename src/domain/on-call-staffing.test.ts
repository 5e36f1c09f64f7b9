import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  coverageHint,
  deploymentCadence,
  peopleOnCall,
  shareOnCall,
  singlePersonRotations,
  teamsWithoutRotation,
} from './on-call-staffing.ts'
import type { DeploymentCadence } from './on-call-staffing.ts'
import { goldenCase } from './testing/golden.ts'

type HeadCount = Parameters<typeof peopleOnCall>[0][number]

const people = (primaryPeople: number, backupPeople = 0, sharedPeople: number | null = null): HeadCount => ({
  primaryPeople,
  backupPeople,
  sharedPeople,
})

describe('people on call', () => {
  it('GC-O1: up to seven, if nobody serves twice', () => {
    const golden = goldenCase('GC-O1')
    const rotations = [0, 1, 2, 3, 4].map((row) =>
      people(golden.number('inputs', 'rotations', row, 'people')),
    )
    const most = golden.number('expected', 'max_people')
    expect(peopleOnCall(rotations)).toEqual({ sum: most, atLeast: 2, atMost: most })
  })

  it.each<[string, readonly HeadCount[], ReturnType<typeof peopleOnCall>]>([
    ['none without rotations', [], { sum: 0, atLeast: 0, atMost: 0 }],
    ['main and backup together', [people(2, 1)], { sum: 3, atLeast: 3, atMost: 3 }],
    [
      'one of each of two rotations is the same person',
      [people(2, 0, 1), people(1, 1, 1)],
      { sum: 4, atLeast: 3, atMost: 3 },
    ],
    ['nobody serves twice', [people(2, 0, 0), people(3, 0, 0)], { sum: 5, atLeast: 5, atMost: 5 }],
    [
      'one who serves in three rotations is one',
      [people(2, 0, 1), people(1, 0, 1), people(1, 0, 1)],
      { sum: 4, atLeast: 2, atMost: 2 },
    ],
    [
      'two pairs or fewer people in more rotations',
      [people(2, 0, 1), people(2, 0, 1), people(2, 0, 1), people(2, 0, 1)],
      { sum: 8, atLeast: 5, atMost: 6 },
    ],
    ['one rotation does not say', [people(2, 0, 1), people(3)], { sum: 5, atLeast: 3, atMost: 5 }],
    [
      'one shares with nobody: what they say cannot be',
      [people(2, 0, 1), people(3, 0, 0)],
      { sum: 5, atLeast: 3, atMost: 5 },
    ],
    [
      'nobody shares more people than there are: what they say cannot be',
      [people(1, 0, 5), people(9, 0, 5)],
      { sum: 10, atLeast: 9, atMost: 10 },
    ],
    [
      'the largest rotation is never smaller than it is',
      [people(1, 0, 1), people(1, 0, 1), people(1, 0, 1), people(3, 0, 3)],
      { sum: 6, atLeast: 3, atMost: 3 },
    ],
  ])('%s', (_name, rotations, expected) => {
    expect(peopleOnCall(rotations)).toEqual(expected)
  })

  it('however people are spread over rotations, the bounds hold them', () => {
    const anyTeam = fc.array(fc.uniqueArray(fc.nat(6)), { maxLength: 5 })
    fc.assert(
      fc.property(anyTeam, (rotations) => {
        const counts = rotations.map((members, i) =>
          people(members.length, 0, members.filter((one) => isElsewhere(rotations, i, one)).length),
        )
        const { sum, atLeast, atMost } = peopleOnCall(counts)
        const distinct = new Set(rotations.flat()).size
        expect(distinct).toBeGreaterThanOrEqual(atLeast)
        expect(distinct).toBeLessThanOrEqual(atMost)
        expect(sum).toBe(rotations.flat().length)
        if (rotations.length <= 2) expect(atMost).toBe(atLeast)
      }),
    )
  })

  function isElsewhere(rotations: readonly (readonly number[])[], own: number, member: number): boolean {
    return rotations.some((members, i) => i !== own && members.includes(member))
  }

  it.each([
    ['of those who certainly take part', 4, 8, 0.5],
    ['never more than everybody', 6, 5, 1],
    ['absent without a team', 6, 0, null],
  ])('share of the team: %s', (_name, atLeast, teamSize, share) => {
    expect(shareOnCall({ sum: 9, atLeast, atMost: 9 }, teamSize)).toBe(share)
  })

  it('a rotation of one person, or of none, leans on one night of sleep', () => {
    const rotations = [people(2), people(1, 1), people(1), people(0, 1), people(0)]
    expect(singlePersonRotations(rotations)).toEqual([people(1), people(0, 1), people(0)])
  })
})

it('teams without a rotation are named in their order', () => {
  const rotations = [{ team: 'b' }, { team: 'b' }]
  expect(teamsWithoutRotation(['a', 'b', 'c'], rotations)).toEqual(['a', 'c'])
  expect(teamsWithoutRotation(['b'], rotations)).toEqual([])
})

describe('how often a service is deployed', () => {
  it.each<[number, number, DeploymentCadence]>([
    [28, 28, 'daily'],
    [20, 28, 'daily'],
    [19, 28, 'weekly'],
    [4, 28, 'weekly'],
    [3, 28, 'monthly'],
    [1, 28, 'monthly'],
    [1, 29, 'rarer'],
    [0, 28, 'rarer'],
    [0, 0, 'rarer'],
    [5, 0, 'rarer'],
  ])('%i in %i days: %s', (deployments, days, cadence) => {
    expect(deploymentCadence(deployments, days)).toBe(cadence)
  })
})

describe('the hint on coverage', () => {
  /** "16x7" */
  const weekHours = (notation: string) => notation.split('x').reduce((hours, part) => hours * Number(part), 1)

  it.each(['GC-O3', 'GC-O5'])('%s', (id) => {
    const golden = goldenCase(id)
    const hint = coverageHint({
      rotationCount: 1,
      coveredHours: weekHours(golden.text('inputs', 'coverage')),
      availabilityTarget: golden.number('inputs', 'availability_target') / 100,
      cadence: golden.text('inputs', 'deployments') as DeploymentCadence,
    })
    expect(hint?.replaceAll('-', '_') ?? null).toBe(golden.value('expected', 'hint'))
  })

  const facts = { rotationCount: 1, coveredHours: 112, availabilityTarget: 0.999, cadence: 'weekly' } as const

  it('GC-O6: no rotation at all endangers reliability, whatever the target', () => {
    const golden = goldenCase('GC-O6')
    const rotationCount = golden.numbers('inputs', 'rotations').length
    for (const availabilityTarget of [null, 0.9, 0.99999]) {
      const hint = coverageHint({ ...facts, rotationCount, coveredHours: 0, availabilityTarget })
      expect(hint?.replaceAll('-', '_')).toBe(golden.text('expected', 'hint'))
    }
  })

  it.each<[string, Partial<Parameters<typeof coverageHint>[0]>, ReturnType<typeof coverageHint>]>([
    [
      'tight and daily, nearly around the clock',
      { availabilityTarget: 0.99995, cadence: 'daily', coveredHours: 167 },
      'consider-24x7',
    ],
    [
      'tight and daily, around the clock',
      { availabilityTarget: 0.99995, cadence: 'daily', coveredHours: 168 },
      null,
    ],
    ['exactly at the tight limit', { availabilityTarget: 0.9999, cadence: 'daily' }, null],
    ['tight but weekly', { availabilityTarget: 0.99995, cadence: 'weekly' }, null],
    ['loose and rare, 16x7', { availabilityTarget: 0.98, cadence: 'rarer' }, 'more-than-needed'],
    [
      'loose and rare, around the clock',
      { availabilityTarget: 0.98, cadence: 'rarer', coveredHours: 168 },
      'more-than-needed',
    ],
    [
      'loose and rare, an hour less than 16x7',
      { availabilityTarget: 0.98, cadence: 'rarer', coveredHours: 111 },
      null,
    ],
    ['exactly at the loose limit', { availabilityTarget: 0.99, cadence: 'rarer' }, null],
    ['loose but monthly', { availabilityTarget: 0.98, cadence: 'monthly' }, null],
    ['no availability target', { availabilityTarget: null, cadence: 'rarer' }, null],
  ])('%s', (_name, overrides, hint) => {
    expect(coverageHint({ ...facts, ...overrides })).toBe(hint)
  })
})
