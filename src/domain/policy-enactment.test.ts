import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import {
  clauseStatus,
  consequenceStanding,
  consequenceStates,
  enactmentStatus,
  enactmentStatuses,
  isUnfinished,
  leadTimes,
  onTimeOf,
  type ConsequenceProgress,
} from './policy-enactment.ts'

const consequence = (
  state: ConsequenceProgress['state'],
  at = 0,
  dueAt: number | null = 100,
): ConsequenceProgress => ({ state, at, dueAt })
const goingOn = { endedAt: null, acknowledgedAt: null }
const acknowledged = { endedAt: null, acknowledgedAt: 10 }

describe('a consequence', () => {
  it.each([
    ['new', 0, 50, 'waiting'],
    ['ready', 20, 50, 'running'],
    ['implemented', 20, 100, 'running'],
    ['in-work', 20, 101, 'overdue'],
    ['new', 0, 101, 'overdue'],
    ['done', 100, 300, 'done-in-time'],
    ['done', 101, 300, 'done-late'],
    ['left-out', 101, 300, 'left-out'],
  ] as const)('%s since %i is at %i %s', (state, at, now, standing) => {
    expect(consequenceStanding(consequence(state, at), now)).toBe(standing)
  })

  it('without a time to keep is never late', () => {
    expect(consequenceStanding(consequence('in-work', 0, null), 1e9)).toBe('running')
    expect(consequenceStanding(consequence('done', 1e9, null), 2e9)).toBe('done-in-time')
  })
})

describe('an enactment', () => {
  it.each([
    ['nobody has seen it', { ...goingOn, consequences: [consequence('new')] }, 'unacknowledged'],
    ['nobody saw it', { ...goingOn, endedAt: 40, consequences: [consequence('new')] }, 'passed'],
    [
      'nobody acknowledged it, but one was begun and is late',
      { ...goingOn, endedAt: 40, consequences: [consequence('in-work', 20, 45)] },
      'overdue',
    ],
    ['seen, nothing begun', { ...acknowledged, consequences: [consequence('new')] }, 'acknowledged'],
    [
      'one is worked on',
      { ...acknowledged, consequences: [consequence('new'), consequence('in-work')] },
      'running',
    ],
    [
      'one is done, one waits',
      { ...acknowledged, consequences: [consequence('done', 20), consequence('new')] },
      'running',
    ],
    ['all done', { ...acknowledged, consequences: [consequence('done', 20)] }, 'done-in-time'],
    [
      'all done, one late',
      { ...acknowledged, consequences: [consequence('done', 20), consequence('done', 120)] },
      'done-late',
    ],
    ['all left out', { ...acknowledged, consequences: [consequence('left-out')] }, 'done-in-time'],
    [
      'over, and worked on still',
      { ...acknowledged, endedAt: 40, consequences: [consequence('ready')] },
      'running',
    ],
    ['begun without a word', { ...goingOn, consequences: [consequence('in-work')] }, 'running'],
  ] as const)('%s', (_story, progress, status) => {
    expect(enactmentStatus(progress, 90)).toBe(status)
  })

  it('is overdue where a time has gone by, whoever has seen it', () => {
    expect(enactmentStatus({ ...goingOn, consequences: [consequence('new')] }, 101)).toBe('overdue')
    expect(enactmentStatus({ ...acknowledged, endedAt: 40, consequences: [consequence('ready')] }, 101)).toBe(
      'overdue',
    )
  })
})

describe('a clause', () => {
  it('is not met where all is over and done', () => {
    expect(clauseStatus([])).toBe('not-met')
    expect(
      clauseStatus([
        { status: 'done-late', endedAt: 5 },
        { status: 'passed', endedAt: 5 },
      ]),
    ).toBe('not-met')
  })

  it('stays met while its condition does', () => {
    expect(clauseStatus([{ status: 'done-in-time', endedAt: null }])).toBe('done-in-time')
  })

  it('is as pressing as the most pressing of its enactments', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ status: fc.constantFrom(...enactmentStatuses), endedAt: fc.option(fc.nat()) })),
        (enactments) => {
          const status = clauseStatus(enactments)
          const open = enactments.filter((one) => one.endedAt === null || isUnfinished(one.status))
          if (open.length === 0) expect(status).toBe('not-met')
          for (const one of open) {
            expect(enactmentStatuses.findIndex((name) => name === status)).toBeLessThanOrEqual(
              enactmentStatuses.indexOf(one.status),
            )
          }
        },
      ),
    )
  })
})

describe('lead times', () => {
  it('end with the last consequence', () => {
    const consequences = [consequence('done', 50), consequence('done', 80), consequence('left-out', 200)]
    expect(leadTimes(5, { acknowledgedAt: 10, consequences })).toEqual({ toAcknowledge: 5, toDone: 75 })
  })

  it('are absent until they are over', () => {
    expect(leadTimes(5, { acknowledgedAt: null, consequences: [consequence('ready')] })).toEqual({
      toAcknowledge: null,
      toDone: null,
    })
    expect(leadTimes(5, { acknowledgedAt: 7, consequences: [consequence('left-out')] }).toDone).toBeNull()
  })

  const anyConsequence = fc.record({
    state: fc.constantFrom(...consequenceStates),
    at: fc.nat(200),
    dueAt: fc.option(fc.nat(200)),
  })

  it('on time are never more than were judged', () => {
    fc.assert(
      fc.property(fc.array(anyConsequence), fc.nat(300), (all, now) => {
        const { onTime, of } = onTimeOf(all, now)
        expect(onTime).toBeLessThanOrEqual(of)
        expect(of).toBeLessThanOrEqual(all.filter(({ dueAt }) => dueAt !== null).length)
      }),
    )
  })

  it('a finished enactment that did something has a lead time', () => {
    fc.assert(
      fc.property(
        fc.array(anyConsequence),
        fc.nat(200),
        fc.option(fc.nat(300)),
        fc.option(fc.nat(200)),
        (consequences, now, endedAt, acknowledgedAt) => {
          const status = enactmentStatus({ endedAt, acknowledgedAt, consequences }, now)
          fc.pre(consequences.some(({ state }) => state === 'done'))
          const isFinished = status === 'done-in-time' || status === 'done-late'
          expect(leadTimes(0, { acknowledgedAt, consequences }).toDone === null).toBe(!isFinished)
        },
      ),
    )
  })
})
