import { expect, test } from 'vitest'
import { harbourline } from '../testing/harbourline.ts'

const { read } = harbourline
const { items: periods } = await read('listPeriods')
const year = periods.filter(({ id }) => id.startsWith('2026'))
const range = { from: year[0]?.start ?? '', to: year.at(-1)?.end ?? '' }

// The organization's page asks the indicators' own operations for instants instead of a window by its name.

test('the headline counts the same services as the overview of fulfilled and broken SLOs', async () => {
  const home = await read('readKeptBudgets', range)
  const indicator = await read('listKeptOverview', range)
  expect(home.items.length).toBe(year.length)
  expect(home.items.map(({ kept, counted, share }) => ({ kept, counted, share }))).toEqual(indicator.totals)
  expect(home).toEqual(await read('readKeptBudgets', { window: 'current-year' }))
})

test('outages not detected internally add up to the share that the trend of incidents tells', async () => {
  const trend = await read('listRecoveryTrend', range)
  const known = trend.byPeriod.reduce((sum, { detectorKnownCount }) => sum + detectorKnownCount, 0)
  const outside = trend.byPeriod.reduce((sum, { seenOutsideFirstCount }) => sum + seenOutsideFirstCount, 0)
  expect(known).toBeGreaterThan(0)
  expect(outside / known).toBe(trend.notDetectedInternally)
})

test('downtime, tickets and costs of one period are the same whichever range it stands in', async () => {
  const last = year.findLast(({ isOpen }) => !isOpen)
  const own = { from: last?.start ?? '', to: last?.end ?? '' }
  const [inYear, alone] = await Promise.all([
    read('listRecoveryTrend', range),
    read('listRecoveryTrend', own),
  ])
  expect(inYear.byPeriod.find(({ period }) => period.id === last?.id)).toEqual(alone.byPeriod[0])
  const [tickets, ticketsAlone] = await Promise.all([
    read('listTicketTrend', range),
    read('listTicketTrend', own),
  ])
  expect(tickets.totals.counts[year.findIndex(({ id }) => id === last?.id)]).toBe(
    ticketsAlone.totals.counts[0],
  )
  const { costs } = await read('listSlaDepletion', own)
  expect(costs.map(({ contract }) => contract.slug)).toContain('reseller-checkout')
})
