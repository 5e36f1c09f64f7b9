import { describe, expect, it } from 'vitest'

import {
  coverageByService,
  coverageNotation,
  weekdays,
  rotationsOnDuty,
  weekCoverage,
} from './on-call-coverage.ts'
import type { Rotation, Shift } from './on-call-coverage.ts'
import { goldenCase } from './testing/golden.ts'
import { daily, rotation } from './testing/rotations.ts'

const officeHours: Shift = { weekdays: ['mon', 'tue', 'wed', 'thu', 'fri'], from: '09:00', to: '17:00' }

function figureRotations(): readonly Rotation[] {
  const golden = goldenCase('GC-O1')
  return [0, 1, 2, 3, 4].map((row) => {
    const slots = golden.value('inputs', 'rotations', row, 'slots')
    const count = Array.isArray(slots) ? slots.length : 0
    return rotation(
      Array.from({ length: count }, (_, slot) =>
        daily(
          golden.number('inputs', 'rotations', row, 'slots', slot, 0),
          golden.number('inputs', 'rotations', row, 'slots', slot, 1),
        ),
      ),
      { id: `R${row + 1}`, services: golden.numbers('inputs', 'rotations', row, 'services').map(String) },
    )
  })
}

describe('the coverage of services', () => {
  it('GC-O1: hours that two rotations share count once, and nobody is covered around the clock', () => {
    const golden = goldenCase('GC-O1')
    const services = coverageByService(['1', '2', '3'], figureRotations())
    for (const { service, hoursByDay, coveredHours } of services) {
      const hours = golden.number('expected', 'covered_hours', service)
      expect(hoursByDay).toEqual(weekdays.map(() => hours))
      expect(coveredHours).toBe(7 * hours)
    }
    expect(services.map((service) => coverageNotation(service))).toEqual(['16x7', '13x7', '13x7'])
    expect(services.some(({ gaps }) => gaps.length === 0)).toBe(golden.flag('expected', 'any_24x7'))
  })

  it('GC-O1: each service knows its rotations', () => {
    const ids = coverageByService(['1', '2', '3'], figureRotations()).map(({ rotationIds }) => rotationIds)
    expect(ids).toEqual([
      ['R1', 'R3'],
      ['R2', 'R4'],
      ['R2', 'R5'],
    ])
  })

  it('a service without a rotation is uncovered all week', () => {
    expect(coverageByService(['lonely'], figureRotations())).toEqual([
      {
        service: 'lonely',
        rotationIds: [],
        covered: [],
        gaps: [{ from: 0, to: 168 }],
        coveredHours: 0,
        gapHours: 168,
        longestGapHours: 168,
        hoursByDay: [0, 0, 0, 0, 0, 0, 0],
        doublyCoveredHours: 0,
      },
    ])
  })
})

describe('the coverage of a week', () => {
  it('office hours leave the nights and one long weekend', () => {
    const { gaps, coveredHours, gapHours, longestGapHours, hoursByDay } = weekCoverage([
      rotation([officeHours]),
    ])
    expect(gaps).toEqual([
      { from: 17, to: 33 },
      { from: 41, to: 57 },
      { from: 65, to: 81 },
      { from: 89, to: 105 },
      { from: 113, to: 177 },
    ])
    expect({ coveredHours, gapHours, longestGapHours }).toEqual({
      coveredHours: 40,
      gapHours: 128,
      longestGapHours: 64,
    })
    expect(hoursByDay).toEqual([8, 8, 8, 8, 8, 0, 0])
  })

  it('a gap that only ends the week, or only begins it, stays within it', () => {
    const fromMonday = { weekdays: ['mon'], from: '00:00', to: '05:00' } as const
    expect(weekCoverage([rotation([fromMonday])]).gaps).toEqual([{ from: 5, to: 168 }])
    const toSunday = { weekdays: ['sun'], from: '20:00', to: '24:00' } as const
    expect(weekCoverage([rotation([toSunday])]).gaps).toEqual([{ from: 0, to: 164 }])
  })

  it('a shift that begins or ends with the week parts the gaps on either side of it', () => {
    const early = rotation([{ weekdays: ['mon', 'wed'], from: '00:00', to: '05:00' }])
    expect(weekCoverage([early]).gaps).toEqual([
      { from: 5, to: 48 },
      { from: 53, to: 168 },
    ])
    const late = rotation([{ weekdays: ['wed', 'sun'], from: '20:00', to: '24:00' }])
    expect(weekCoverage([late]).gaps).toEqual([
      { from: 0, to: 68 },
      { from: 72, to: 164 },
    ])
  })

  it('shifts that follow each other to the minute leave no gap, wherever their clocks are', () => {
    const early = rotation([{ weekdays, from: '07:20', to: '19:40' }])
    const late = rotation([{ weekdays, from: '01:10', to: '12:50' }], { utcOffsetMinutes: 330 })
    expect(weekCoverage([early, late]).gaps).toEqual([])
  })

  it('a night shift ends the next morning, and that of Sunday on Monday', () => {
    const night = rotation([{ weekdays: ['mon', 'sun'], from: '22:00', to: '06:00' }])
    expect(weekCoverage([night]).covered).toEqual([
      { from: 0, to: 6 },
      { from: 22, to: 30 },
      { from: 166, to: 168 },
    ])
  })

  it.each<[string, Shift, number]>([
    ['midnight to midnight', daily(0, 24), 168],
    ['from eight to eight', daily(8, 8), 168],
    ['half hours', { weekdays, from: '07:30', to: '08:00' }, 3.5],
    ['no weekday', { weekdays: [], from: '00:00', to: '24:00' }, 0],
    ['minutes that are no fraction of an hour', { weekdays, from: '07:20', to: '07:50' }, 3.5],
    ['a weekday named twice', { weekdays: ['wed', 'wed'], from: '00:00', to: '24:00' }, 24],
  ])('%s', (_name, shift, hours) => {
    const { coveredHours, gapHours } = weekCoverage([rotation([shift])])
    expect(coveredHours).toBe(hours)
    expect(gapHours).toBe(168 - hours)
  })

  it('around the clock there is no gap', () => {
    expect(weekCoverage([rotation([daily(0, 24)])])).toMatchObject({ gaps: [], longestGapHours: 0 })
  })

  it.each([
    ['a rotation without people covers nothing', 0, 0, 0],
    ['a main is enough', 1, 0, 84],
    ['a backup alone is somebody to call', 0, 1, 84],
  ])('%s', (_name, primaryPeople, backupPeople, hours) => {
    const half = rotation([daily(0, 12)], { primaryPeople, backupPeople })
    expect(weekCoverage([half]).coveredHours).toBe(hours)
  })

  it('without rotations all of it is one gap', () => {
    expect(weekCoverage([])).toMatchObject({ coveredHours: 0, gaps: [{ from: 0, to: 168 }] })
  })

  it.each<[string, readonly Rotation[], number]>([
    ['one person alone', [rotation([daily(0, 12)])], 0],
    ['a backup without a main', [rotation([daily(0, 12)], { primaryPeople: 0, backupPeople: 2 })], 0],
    ['a main and a backup', [rotation([daily(0, 12)], { backupPeople: 1 })], 84],
    ['two rotations where they overlap', [rotation([daily(0, 12)]), rotation([daily(10, 24)])], 14],
    [
      'three of them, each hour once',
      [rotation([daily(0, 12)]), rotation([daily(10, 24)]), rotation([daily(9, 11)])],
      21,
    ],
    ['a rotation whose own shifts overlap', [rotation([daily(0, 12), daily(6, 14)])], 0],
  ])('two people can be called: %s', (_name, rotations, hours) => {
    expect(weekCoverage(rotations).doublyCoveredHours).toBe(hours)
  })
})

describe('rotations of other time zones', () => {
  const morning = { weekdays: ['mon', 'sun'], from: '06:00', to: '14:00' } as const

  it.each([
    [
      'in India it is later',
      330,
      [
        { from: 0.5, to: 8.5 },
        { from: 144.5, to: 152.5 },
      ],
    ],
    [
      'ahead of Monday it is Sunday still',
      600,
      [
        { from: 0, to: 4 },
        { from: 140, to: 148 },
        { from: 164, to: 168 },
      ],
    ],
    [
      'behind Sunday it is Monday already',
      -660,
      [
        { from: 0, to: 1 },
        { from: 17, to: 25 },
        { from: 161, to: 168 },
      ],
    ],
  ])('%s', (_name, utcOffsetMinutes, covered) => {
    expect(weekCoverage([rotation([morning], { utcOffsetMinutes })]).covered).toEqual(covered)
  })

  it('a Sunday night behind UTC reaches into the week that begins', () => {
    const night = { weekdays: ['sun'], from: '22:00', to: '06:00' } as const
    expect(weekCoverage([rotation([night], { utcOffsetMinutes: -300 })]).covered).toEqual([
      { from: 3, to: 11 },
    ])
  })
})

describe('coverage in short', () => {
  it.each<[string | null, readonly Shift[]]>([
    ['24x7', [daily(0, 24)]],
    ['8x5', [officeHours]],
    [null, [officeHours, { weekdays: ['sat'], from: '10:00', to: '14:00' }]],
    [null, [{ weekdays, from: '07:30', to: '16:00' }]],
    [null, []],
  ])('%s', (notation, shifts) => {
    expect(coverageNotation(weekCoverage([rotation(shifts)]))).toBe(notation)
  })
})

describe('who can be called now', () => {
  const day = rotation([officeHours], { id: 'day' })
  const night = rotation([daily(17, 9)], { id: 'night' })
  /** 1970-01-05 was a Monday. */
  const monday = 96

  it.each([
    ['Monday 08:00', monday + 8, ['night']],
    ['Monday 09:00', monday + 9, ['day']],
    ['Monday 16:00', monday + 16, ['day']],
    ['Monday 17:00', monday + 17, ['night']],
    ['Sunday 12:00', monday + 156, []],
    ['the Monday before 1970', monday - 168 + 10, ['day']],
  ])('%s', (_name, hour, ids) => {
    expect(rotationsOnDuty([day, night], hour).map(({ id }) => id)).toEqual(ids)
  })

  it('also where the shift begins within the hour', () => {
    expect(rotationsOnDuty([rotation([{ weekdays, from: '07:30', to: '08:00' }])], monday + 7)).toHaveLength(
      1,
    )
  })
})
