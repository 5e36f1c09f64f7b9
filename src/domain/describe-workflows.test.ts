import { describe, expect, it } from 'vitest'

import { capacitySigns, type CapacityEvidence } from './capacity-need.ts'
import {
  describeCapacity,
  describeManning,
  describeRecoverySign,
  describeTeamAdherence,
  describeTicketSign,
} from './describe-capacity.ts'
import {
  describeKeptStep,
  describeLeftStep,
  describePenalties,
  describeRecoveryStep,
  describeTightening,
} from './describe-sla-tightening.ts'
import {
  describeInitial,
  describeKept,
  describeLevel,
  describeReach,
  describeWish,
} from './describe-slo-setting.ts'
import { keptOverTime } from './service-level-class.ts'
import { teamTightening, tighteningLeaning, type TeamEvidence } from './sla-tightening.ts'

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')
const kept = ['fulfilled', 'fulfilled', 'fulfilled'] as const

describe('setting an SLO, in words', () => {
  const setting = {
    promised: 0.985,
    kept: 0.994,
    uncounted: [],
    initial: 0.99,
    leastBest: 0.9987,
    classes: ['high', 'low'],
  } as const

  it('says how promises were kept', () => {
    expect(describeKept(keptOverTime([]), 'SLA')).toBe('No SLA.')
    expect(describeKept(keptOverTime([kept]), 'SLO')).toBe('1 SLO, kept in each of the last 3 periods.')
    expect(describeKept(keptOverTime([['broken']]), 'SLO')).toBe('1 SLO, broken in the last 3 periods.')
    expect(describeKept(keptOverTime([kept, ['broken'], []]), 'SLO')).toBe(
      '1 of 3 SLOs broken in the last 3 periods; 1 of them without a verdict.',
    )
    expect(describeKept(keptOverTime([['no-data']]), 'SLO')).toBe(
      '1 SLO, without a verdict in the last 3 closed periods.',
    )
    expect(describeKept(keptOverTime([['fulfilled']]), 'SLO')).toBe('1 SLO, for fewer than 3 closed periods.')
  })

  it('says the class and what is odd about it', () => {
    expect(describeLevel('high', 'sla-broken-under-kept-slo')).toContain('the SLA should be the looser')
    expect(describeLevel('undefined', 'no-data')).toContain('No data')
  })

  it('says what can be reached, and where the answers cannot be right', () => {
    expect(plain(describeReach(setting))).toBe(
      'By what the dependencies promise 98.50 % at most. By what they kept 99.40 %. Every endpoint has kept more than that: ' +
        'fewer failures come through than the answers above say.',
    )
    expect(describeReach({ ...setting, promised: null, kept: null, uncounted: ['The mail provider'] })).toBe(
      'No dependency has a figure for its availability. Not counted, without a figure: The mail provider.',
    )
    expect(describeReach({ ...setting, classes: [] })).toContain('names no dependency')
  })

  it('leans to a target and says what limits it', () => {
    expect(plain(describeInitial(setting))).toBe(
      'The data lean to 99 % to begin with: no tighter than what the dependencies left possible, nor than the best of its ' +
        'weakest endpoint. 1 of 2 dependencies is low or undefined: talk to the owners, or put adaptive capacity in place first.',
    )
    expect(describeInitial({ ...setting, initial: null, classes: [] })).toContain('measure first')
  })

  it('says whether a wish is within reach', () => {
    const wish = {
      target: 0.9995,
      partCount: 7,
      perPart: 0.9999286,
      short: ['holds'],
      neverKept: ['GET /cart'],
    }
    expect(plain(describeWish({ ...wish, reach: 'beyond' }))).toBe(
      '99.95 % is mathematically out of reach of these dependencies as they are. Each of 7 parts, the service among them, ' +
        'would have to keep 99.992 %. Less is promised by holds. Never kept so far by GET /cart.',
    )
    expect(plain(describeWish({ ...wish, reach: 'unlimited', partCount: 1, short: [], neverKept: [] }))).toBe(
      'No dependency with a figure limits 99.95 %. The service alone would have to keep it.',
    )
  })
})

describe('tightening an SLA, in words', () => {
  const evidence: TeamEvidence = {
    trend: 'downward',
    isFirmlyDeclining: true,
    adherence: kept,
    remaining: [0.3, 0.6, 0.4],
  }
  const line = { direction: 'downward', startMinutes: 60, endMinutes: 30, isFirmlyDeclining: true } as const
  const points = [1, 2, 3].map((at) => ({ incidentId: `i${at}`, createdMs: at, minutes: 45 }))

  it('says each step of a team', () => {
    const team = teamTightening(evidence)
    expect(plain(describeRecoveryStep({ points, meanMinutes: 45, line }))).toBe(
      '3 incidents, 45 min to recover on average; the trend is firmly downward.',
    )
    expect(describeKeptStep(team)).toBe('Every SLA was kept in 3 of 3 periods: most.')
    expect(plain(describeLeftStep(team))).toBe(
      '30 % was left at least, 40 % in the median period: more than 25 % in every one.',
    )
  })

  it('says which step was not asked, and why there is no trend', () => {
    const team = teamTightening({ ...evidence, trend: 'upward', isFirmlyDeclining: false })
    expect(describeKeptStep(team)).toContain('Not asked')
    expect(describeLeftStep(team)).toContain('Not asked')
    expect(describeRecoveryStep({ points: points.slice(1), meanMinutes: 45, line: null })).toContain(
      'fewer than three',
    )
    expect(describeRecoveryStep({ points: [], meanMinutes: null, line: null })).toContain('no trend')
    expect(
      describeRecoveryStep({ points, meanMinutes: 45, line: { ...line, isFirmlyDeclining: false } }),
    ).toContain('not firm')
  })

  it('names who is against it and who has no answer', () => {
    const named = (name: string, part: Partial<TeamEvidence>) => ({
      name,
      tightening: teamTightening({ ...evidence, ...part }),
    })
    const teams = [
      named('Search', { trend: 'upward', isFirmlyDeclining: false }),
      named('Booking', {}),
      named('Fleet', { trend: null, isFirmlyDeclining: false }),
    ]
    const leaning = tighteningLeaning(teams.map(({ tightening }) => tightening))
    expect(describeTightening(leaning, teams)).toBe(
      'The data do not support a tighter SLA. Against it: Search in step 1. Without an answer: Fleet in step 1.',
    )
    expect(describeTightening('supports', [named('Booking', {})])).toContain('positive for the team')
    expect(describeTightening('unclear', [])).toContain('nothing to lean on')
  })

  it('says what penalties the trend speaks for', () => {
    expect(describePenalties('minimal')).toContain('minimal penalties only')
    expect(describePenalties('larger')).toContain('higher price')
    expect(describePenalties(null)).toContain('neither upward nor firmly downward')
  })
})

describe('signs of need, in words', () => {
  it('says each of them', () => {
    expect(plain(describeTeamAdherence({ keptCount: 8, brokenCount: 12, rate: 0.4 }))).toBe(
      '40.0 % of 20 SLO periods kept, fewer than 50 %.',
    )
    expect(plain(describeTeamAdherence({ keptCount: 17, brokenCount: 3, rate: 0.85 }))).toBe(
      '85.0 % of 20 SLO periods kept, fewer than 90 %.',
    )
    expect(plain(describeTeamAdherence({ keptCount: 19, brokenCount: 1, rate: 0.95 }))).toBe(
      '95.0 % of 20 SLO periods kept.',
    )
    expect(
      describeManning({
        rotationCount: 0,
        people: { sum: 0, atLeast: 0, atMost: 0 },
        singlePersonRotations: [],
        leastCovered: null,
      }),
    ).toBe('No rotation at all.')
    expect(
      plain(
        describeManning({
          rotationCount: 2,
          people: { sum: 5, atLeast: 4, atMost: 5 },
          singlePersonRotations: ['Search by night'],
          leastCovered: { service: 'pricing', coveredHours: 60, hint: 'consider-24x7' },
        }),
      ),
    ).toBe(
      '2 rotations of 4 to 5 people. Resting on one person: Search by night. pricing is covered 2 d 12 h of 7 d, less than what ' +
        'it promises asks for.',
    )
    expect(describeTicketSign({ ticketCount: 9, averageDelta: 1.4, direction: 'upward' })).toBe(
      'The trend is upward: +1.4 a period on average.',
    )
    expect(describeTicketSign({ ticketCount: 0, averageDelta: 0, direction: 'flat' })).toContain('No ticket')
    expect(describeRecoverySign({ points: [], meanMinutes: null, line: null })).toContain('No resolved')
  })

  it('counts them, names the first, and gives no verdict', () => {
    const evidence: CapacityEvidence = {
      fulfilmentRate: 0.8,
      rotationCount: 0,
      singlePersonCount: 0,
      hints: [],
      tickets: null,
      recovery: 'flat',
    }
    const [search, fleet] = [evidence, { ...evidence, fulfilmentRate: 1 }].map(capacitySigns)
    if (search === undefined || fleet === undefined) throw new Error('Two teams')
    const said = describeCapacity([
      { name: 'Search', signs: search },
      { name: 'Fleet', signs: fleet },
    ])
    expect(said).toBe('Search shows 2 of 4 signs. All 2 teams have a sign that the data cannot tell.')
    expect(describeCapacity([])).toBe('No team is in view.')
  })
})
