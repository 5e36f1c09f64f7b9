import { expect, test } from 'vitest'

import { HOURS_PER_WEEK } from '../../src/domain/hours.ts'
import type { Rotation } from '../../src/contract/records.ts'
import { noRecords } from '../no-records.ts'
import { apiClient } from '../testing/api-client.ts'
import { harbourline } from '../testing/harbourline.ts'
import { tinyOrganization } from '../testing/tiny-organization.ts'

const { read, refused } = harbourline

test('each rotation is listed with its hours in UTC, in the season of the week looked at', async () => {
  const { items } = await read('listOnCallRotations')
  const hoursOf = (id: string) => items.find((row) => row.id === id)?.covered[0]
  // 07:00 in Berlin is 06:00 UTC in November.
  expect(hoursOf('booking-europe')).toEqual({ from: 6, to: 18 })
  expect(hoursOf('payments-primary')).toEqual({ from: 0, to: HOURS_PER_WEEK })
  const teams = items.map(({ team }) => team)
  expect(teams).toEqual(teams.toSorted((a, b) => (a < b ? -1 : 1)))

  const { items: inSummer } = await read('listOnCallRotations', {
    from: '2026-07-13T00:00:00Z',
    to: '2026-08-10T00:00:00Z',
  })
  expect(inSummer.find(({ id }) => id === 'booking-europe')?.covered[0]).toEqual({ from: 5, to: 17 })
})

test('who is on duty on a Wednesday at 03:10 UTC', async () => {
  const { teams, at } = await read('listOnCallRotations')
  expect(at).toBe('2026-11-18T03:00:00Z')
  const onDuty = Object.fromEntries(teams.map(({ team, onDuty: names }) => [team, names]))
  expect(onDuty['payments']).toEqual(['Payments around the clock'])
  // Until 22:00 in New York, which is 03:00 UTC, and until 01:00 UTC.
  expect([onDuty['booking'], onDuty['search']]).toEqual([[], []])
})

test('a team without any rotation is first in line, a rotation of one person is named', async () => {
  const { answer, teams, items } = await read('listOnCallRotations')
  expect(answer).toMatch(/^No rotation at all: Fleet\./)
  expect(teams.find(({ team }) => team === 'fleet')?.rotationCount).toBe(0)
  const single = items.filter(({ isSinglePerson }) => isSinglePerson).map(({ name }) => name)
  expect(new Set(single)).toEqual(new Set(['Identity by day', 'Search by night']))
  for (const name of single) expect(answer).toContain(name)
})

test('covered hours and hours without cover are the whole week, and the least cover comes first', async () => {
  const { services } = await read('listOnCallRotations')
  for (const { coveredHours, gapHours, gaps, longestGapHours } of services) {
    expect(coveredHours + gapHours).toBeCloseTo(HOURS_PER_WEEK, 9)
    expect(gaps.reduce((sum, { from, to }) => sum + to - from, 0)).toBeCloseTo(gapHours, 9)
    expect(longestGapHours).toBeCloseTo(Math.max(0, ...gaps.map(({ from, to }) => to - from)), 9)
  }
  const gapHours = services.map((service) => service.gapHours)
  expect(gapHours).toEqual(gapHours.toSorted((a, b) => b - a))
})

test('a deployment that a rotation does not cover stands apart from those it does', async () => {
  const { services } = await read('listOnCallRotations', { service: 'search-api' })
  const cover = (deployment: string) =>
    services.find(({ deployments }) => deployments.includes(deployment))?.rotations
  expect(cover('prod-eu')).toEqual(['Search by day', 'Search by night'])
  expect(cover('prod-jp')).toEqual(['Search by day'])
})

test('a rotation that ended is listed for the window it was in force, and covers nothing now', async () => {
  const ended = (rows: readonly { id: string; isInForce: boolean }[]) =>
    rows.filter(({ id }) => id === 'payments-office')
  expect(ended((await read('listOnCallRotations')).items)).toEqual([])
  const year = await read('listOnCallRotations', { window: 'previous-year' })
  expect(ended(year.items)).toHaveLength(1)
})

test('the worked rotations of the reference: 16, 13 and 13 hours a day, nobody around the clock', async () => {
  const { read: readTiny } = apiClient(
    tinyOrganization({ deps: { records: { ...noRecords, rotations: async () => found(worked) } } }),
  )
  const { services, teams, answer } = await readTiny('listOnCallRotations')
  const perDay = Object.fromEntries(services.map(({ service, coveredHours }) => [service, coveredHours / 7]))
  expect(perDay).toEqual({ cart: 16, search: 13, mail: 13 })
  expect(teams.find(({ team }) => team === 'buying')?.people.sum).toBe(7)
  expect(answer).toContain('No service is covered around the clock')
})

test('what nobody knows is refused by name', async () => {
  expect(await refused('listOnCallRotations', { team: 'no-such' })).toMatchObject({ field: 'team' })
  expect(await refused('listOnCallRotations', { scale: 'month' })).toMatchObject({ field: 'scale' })
})

const everyDay: Rotation['shifts'][number]['weekdays'] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

function rotation(id: string, services: string[], people: number, ...times: [string, string][]): Rotation {
  return {
    team: 'buying',
    id,
    name: null,
    services,
    deployments: ['north'],
    timeZone: 'UTC',
    shifts: times.map(([from, to]) => ({ weekdays: everyDay, from, to })),
    primaryPeople: 1,
    backupPeople: people - 1,
    sharedPeople: 0,
    since: '2026-01-01T00:00:00Z',
    until: null,
    url: null,
  }
}

const worked = [
  rotation('R1', ['cart'], 2, ['07:00', '19:00']),
  rotation('R2', ['search', 'mail'], 2, ['08:00', '16:00'], ['19:00', '21:00']),
  rotation('R3', ['cart'], 1, ['01:00', '05:00']),
  rotation('R4', ['search'], 1, ['01:00', '04:00']),
  rotation('R5', ['mail'], 1, ['02:00', '05:00']),
]

const found = (items: readonly Rotation[]) => ({ items, totalCount: items.length })
