import { expect, test } from 'vitest'

import { curveMarks } from './curve-marks.ts'

const ms = (day: string) => Date.parse(`${day}T00:00:00Z`)
const periods = [
  { fromMs: ms('2026-11-02'), toMs: ms('2026-11-30') },
  { fromMs: ms('2026-11-30'), toMs: ms('2027-01-04') },
]
const UP_TO = '2027-01-04T00:00:00Z'
const nothing = { releases: [], targetChanges: [], corrections: [], enactments: [] }

test('an event stands at its share of its own period, however long that is', () => {
  const { releases, targetChanges } = curveMarks(
    {
      ...nothing,
      releases: [{ at: '2026-11-16T00:00:00Z' }, { at: '2026-12-17T12:00:00Z' }],
      targetChanges: [{ at: '2026-11-30T00:00:00Z' }],
    },
    periods,
    100,
    UP_TO,
  )
  expect(releases).toEqual([50, 150])
  expect(targetChanges).toEqual([100])
})

test('what lies outside the periods is not drawn', () => {
  const at = '2027-01-04T00:00:00Z'
  expect(curveMarks({ ...nothing, releases: [{ at }] }, periods, 100, UP_TO).releases).toEqual([])
})

test('excluded hours are a span that can be seen, up to the end of their period', () => {
  const span = (start: string, end: string) => ({ kind: 'exclusion', start, end }) as const
  const corrections = [
    span('2026-11-16T00:00:00Z', '2026-11-16T02:00:00Z'),
    span('2026-11-23T00:00:00Z', '2026-11-30T00:00:00Z'),
    { kind: 'top-up', start: '2026-11-09T00:00:00Z', end: '2026-11-09T00:00:00Z' } as const,
  ]
  const { exclusions, topUps } = curveMarks({ ...nothing, corrections }, periods, 100, UP_TO)
  expect(exclusions).toEqual([
    { x: 50, width: 2 },
    { x: 75, width: 25 },
  ])
  expect(topUps).toEqual([25])
})

test('clauses that were met at the same time are one band, and one that still is goes as far as data do', () => {
  const enactments = [
    { start: '2026-11-09T00:00:00Z', end: '2026-11-16T00:00:00Z' },
    { start: '2026-11-12T12:00:00Z', end: '2026-11-23T00:00:00Z' },
    { start: '2026-12-17T12:00:00Z', end: null },
  ]
  const bandsUpTo = (upTo: string) => curveMarks({ ...nothing, enactments }, periods, 100, upTo).enactments
  expect(bandsUpTo('2026-12-26T06:00:00Z')).toEqual([
    { x: 25, width: 50 },
    { x: 150, width: 25 },
  ])
  // Of a window that is over, to its end.
  expect(bandsUpTo('2027-03-01T00:00:00Z').at(-1)).toEqual({ x: 150, width: 50 })
})
