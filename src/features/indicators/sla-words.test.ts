import { expect, test } from 'vitest'

import type { SlaAdherenceRow } from '../../contract/sla-indicators.ts'
import { slaAbsence, slaCellWords, slaCurveWords } from './sla-words.ts'

const plain = (text: string) => text.replaceAll('\u202f', ' ')
const part = (name: string, remaining: number) => ({ sloId: 'a.b.c', name, service: 'timetable', remaining })
type Cell = SlaAdherenceRow['cells'][number]
const cell: Cell = {
  adherence: 'fulfilled',
  isSigned: true,
  state: null,
  remaining: 0.43,
  isDerived: true,
  brokenBy: [],
  worst: null,
}

test('a contract that is a mean names the part with the least left, which the mean hides', () => {
  const words = slaCellWords({ ...cell, worst: part('GET /x 99 %', 0.04) }, 'contractual')
  expect(plain(words)).toBe('Fulfilled, 43 % left on average, least left of GET /x 99 % of timetable: 4 %')
})

test('a broken contract names what broke it', () => {
  const broken: Cell = { ...cell, adherence: 'broken', brokenBy: [part('GET /x 99 %', -0.1)] }
  expect(plain(slaCellWords({ ...broken, worst: part('GET /x 99 %', -0.1) }, 'contractual'))).toBe(
    'Broken, 43 % left on average, because GET /x 99 % of timetable was broken',
  )
  const both = { ...broken, brokenBy: [part('GET /x 99 %', -0.1), part('POST /y 98 %', -0.2)] }
  expect(slaCellWords(both, 'contractual')).toContain('POST /y 98 % of timetable were broken')
})

test('one that is broken while every part held says so, and an endpoint has no parts to speak of', () => {
  const own: Cell = { ...cell, adherence: 'broken', remaining: -0.02, isDerived: false }
  expect(plain(slaCellWords(own, 'contractual'))).toBe(
    'Broken, −2 % left, by its own measure, while every part held',
  )
  expect(plain(slaCellWords(own, 'endpoint-level'))).toBe('Broken, −2 % left')
  expect(slaCellWords({ ...cell, adherence: 'absent', remaining: null }, 'contractual')).toBe('No SLO yet')
})

test('a curve says what was left, of whom least, and names the first releases of its period', () => {
  const period = {
    id: '2026-P02',
    name: 'P2',
    start: '2026-01-26T00:00:00Z',
    end: '2026-02-23T00:00:00Z',
    isOpen: false,
  }
  const release = (id: string, at: string) => ({ id, service: 'cart', version: id, at })
  const inside = ['1', '2', '3', '4', '5'].map((id) => release(id, `2026-02-0${id}T10:00:00Z`))
  const releases = [release('0', '2026-01-25T23:59:00Z'), ...inside, release('6', '2026-02-23T00:00:00Z')]
  const noMarks = { releases: [], targetChanges: [], corrections: [], enactments: [] }
  const curve = { state: null, remaining: 0.4, worst: part('GET /x 99 %', -0.1), daily: [] }
  expect(plain(slaCurveWords(curve, period, { ...noMarks, releases }))).toBe(
    'P2: 40 % left, least −10 % of GET /x 99 % of timetable, 5 releases (cart 1, cart 2, cart 3, cart 4 and 1 more)',
  )
  expect(slaCurveWords({ ...curve, remaining: null, worst: null }, period, noMarks)).toBe(
    'P2: nothing measured',
  )

  const change = { before: 0.985, after: 0.99, of: null }
  const exclusion = { kind: 'exclusion', end: '2026-02-24T00:00:00Z', of: null } as const
  const marks = {
    releases: [],
    targetChanges: [
      { ...change, at: '2026-01-26T00:00:00Z' },
      { ...change, at: '2026-02-01T00:00:00Z', of: 'POST /sms 99 % of sms-relay' },
      { ...change, at: period.end },
    ],
    corrections: [
      { ...exclusion, start: '2026-02-22T23:00:00Z' },
      { ...exclusion, start: period.end },
    ],
    enactments: [{ clause: 'Promise at risk', start: '2026-02-20T00:00:00Z', end: null, of: null }],
  }
  expect(plain(slaCurveWords({ ...curve, worst: null }, period, marks))).toBe(
    'P2: 40 % left, target changed from 98.5 to 99 %, target of POST /sms 99 % of sms-relay changed from 98.5 to 99 %, 1 correction, policy clause met: Promise at risk',
  )
})

test('an absence before a contract says when it begins, any other that nothing was there', () => {
  const period = { start: '2026-03-02T00:00:00Z', end: '2026-03-30T00:00:00Z' }
  const contract = { customers: [], tier: null, since: '2026-04-01', services: [], serviceCount: 1 }
  expect(slaAbsence(contract, period)).toBe('Not yet signed: it holds from 1 Apr 2026 on')
  const nothing = 'No SLO that it rests on existed in this period'
  expect(slaAbsence({ ...contract, since: '2026-03-04' }, period)).toBe(nothing)
  expect(slaAbsence(null, period)).toBe(nothing)
})
