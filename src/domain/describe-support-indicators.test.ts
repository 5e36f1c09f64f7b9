import { describe, expect, it } from 'vitest'

import { describeOnCall, describeRecovery, describeTickets } from './describe-support-indicators.ts'
import { recoveryTrend } from './incident-trend.ts'
import { coverageByService } from './on-call-coverage.ts'
import { incident } from './testing/incidents.ts'
import { daily, rotation } from './testing/rotations.ts'
import { ticketTrend } from './ticket-trend.ts'

/** Plain spaces are easier to read and write here. */
const plain = (sentence: string) => sentence.replaceAll(/[\u202f\u00a0]/g, ' ')

describe('the ticket trend, in a sentence', () => {
  const row = (service: string, ...counts: readonly number[]) => ({
    service,
    trend: ticketTrend(counts.map((count, i) => ({ periodId: `P${i}`, count, isOpen: false }))),
  })
  const login = { problem: 'slow-login', ticketCount: 12, periodIds: ['P1', 'P2'] }

  it.each<[string, Parameters<typeof describeTickets>[0], Parameters<typeof describeTickets>[1]]>([
    ['No service is in view.', [], []],
    [
      'Tickets can grow from one closed period to the next: there are not two in view.',
      [row('A', 5), row('B')],
      [],
    ],
    ['Tickets grew for no service.', [row('A', 5, 4, 3)], []],
    ['Tickets grew for none of 2 services.', [row('A', 5, 4), row('B', 7, 7)], []],
    ['Tickets grew for the only service: A (+100 %).', [row('A', 5, 10)], []],
    [
      'Tickets grew for 3 of 4 services: Service 1 (+28 %), Service 2 (+17 %) and Service 3 (+10 %).',
      [row('Service 3', 10, 11), row('falling', 9, 1), row('Service 2', 47, 55), row('Service 1', 36, 46)],
      [],
    ],
    [
      'Tickets grew for all 2 services: B (+20 %) and A (new). 12 tickets are about one problem, slow-login, in 2 periods.',
      [row('A', 0, 3), row('B', 10, 12)],
      [login, { problem: 'other', ticketCount: 3, periodIds: ['P1'] }],
    ],
    [
      'Tickets grew for no service. 1 200 tickets are about one problem, slow-login, in 1 period.',
      [row('A', 5, 4)],
      [{ ...login, ticketCount: 1200, periodIds: ['P1'] }],
    ],
    ['Tickets grew for no service.', [row('flat all in all', 10, 20, 10)], []],
    ['Tickets grew for no service.', [row('higher at last, and flat', 100, 10, 20, 101)], []],
    ['Tickets grew for 1 of 2 services: A (+50 %).', [row('A', 4, 6, 9), row('B', 5)], []],
    // The mean of its changes falls, since none out of a period without tickets has a rate, and the line rises.
    [
      'Tickets grew for all 2 services: A (+50 %) and B (trend upward).',
      [row('A', 4, 6, 9), row('B', 0, 1, 0, 0, 1, 1)],
      [],
    ],
  ])('%s', (sentence, rows, problems) => {
    expect(plain(describeTickets(rows, problems, 7))).toBe(sentence)
  })
})

describe('on-call cover, in a sentence', () => {
  const rotations = [
    rotation([daily(0, 24)], { services: ['full', 'also full'] }),
    rotation([daily(7, 19)], { services: ['day', 'split'] }),
    rotation([{ weekdays: ['mon'], from: '08:00', to: '09:00' }], { services: ['rare'] }),
  ]
  const facts = (...services: readonly string[]) => ({
    services: coverageByService(services, rotations),
    teamsWithoutRotation: [],
    singlePersonRotations: [],
  })

  it.each<[string, Parameters<typeof describeOnCall>[0]]>([
    ['No service is in view.', facts()],
    ['The only service is covered around the clock.', facts('full')],
    ['All 2 services are covered around the clock.', facts('full', 'also full')],
    [
      '1 of 2 services is covered around the clock; day has the least cover: nobody for 3 d 12 h of every week, 12 h of them in a row.',
      facts('full', 'day'),
    ],
    [
      '2 of 3 services are covered around the clock; day has the least cover: nobody for 3 d 12 h of every week, 12 h of them in a row.',
      facts('full', 'day', 'also full'),
    ],
    [
      'No service is covered around the clock; rare has the least cover: nobody for 6 d 23 h of every week, 6 d 23 h of them in a row.',
      facts('day', 'rare'),
    ],
    [
      'No rotation at all: Team 1 and Team 3. No service is covered around the clock; none has the least cover: nobody for 7 d of every week, 7 d of them in a row. Resting on one person: R3.',
      { ...facts('none'), teamsWithoutRotation: ['Team 1', 'Team 3'], singlePersonRotations: ['R3'] },
    ],
  ])('%s', (sentence, some) => {
    expect(plain(describeOnCall(some))).toBe(sentence)
  })

  it('of services without cover for as long, the one with the longest gap is named', () => {
    const short = { service: 'short', gapHours: 84, longestGapHours: 12 }
    const long = { service: 'long', gapHours: 84, longestGapHours: 84 }
    expect(describeOnCall({ ...facts(), services: [short, long] })).toContain('long has the least cover')
  })
})

describe('recovery, in a sentence', () => {
  const trendOf = (...minutes: readonly number[]) =>
    recoveryTrend(
      minutes.map((long, i) =>
        incident({ id: `INC-${i}`, createdMinute: i * 1440, resolvedMinute: i * 1440 + long }),
      ),
    )

  it.each<[string, Parameters<typeof describeRecovery>[0]]>([
    ['No incident is in view.', { trend: trendOf(), openCount: 0, downtimeMinutes: 0 }],
    [
      'No incident in view is resolved. 1 incident still open. Together 45 min of downtime.',
      { trend: trendOf(), openCount: 1, downtimeMinutes: 45 },
    ],
    [
      '1 incident took 30 min to recover from on average; fewer than three make no trend. Together 30 min of downtime.',
      { trend: trendOf(30), openCount: 0, downtimeMinutes: 30 },
    ],
    [
      '5 incidents took 1 h 12 min to recover from on average; the trend is upward. Together 6 h of downtime.',
      { trend: trendOf(30, 90, 60, 60, 120), openCount: 0, downtimeMinutes: 360 },
    ],
    [
      '3 incidents took 1 h to recover from on average; the trend is firmly downward. Together 3 h of downtime. 2 incidents still open.',
      { trend: trendOf(90, 60, 30), openCount: 2, downtimeMinutes: 180 },
    ],
    [
      '3 incidents took 1 h to recover from on average; the trend is flat. Together 3 h of downtime.',
      { trend: trendOf(60, 60, 60), openCount: 0, downtimeMinutes: 180 },
    ],
    [
      '6 incidents took 1 h 7 min to recover from on average; the trend is downward. Together 6 h of downtime.',
      { trend: trendOf(40, 50, 200, 20, 30, 60), openCount: 0, downtimeMinutes: 360 },
    ],
  ])('%s', (sentence, facts) => {
    expect(plain(describeRecovery(facts))).toBe(sentence)
  })
})
