import { expect, test } from 'vitest'

import { harbourline } from '../testing/harbourline.ts'

const { read, problem } = harbourline
const charge = 'payment-gateway.availability.post-charge'

test('what is defended is what the indicator says was fulfilled in each of the last three periods, the fewest broken first', async () => {
  const answer = await read('readChaosHypothesis', { team: 'payments' })
  const { items } = await read('listAdherence', {
    team: 'payments',
    from: answer.periods[0]?.start ?? '',
    to: answer.periods.at(-1)?.end ?? '',
    limit: 500,
  })
  const defended = items.filter(({ cells }) =>
    cells.slice(-3).every(({ adherence }) => adherence === 'fulfilled'),
  )
  expect(answer.lastPeriods.map(({ name }) => name)).toEqual(['P9', 'P10', 'P11'])
  expect(answer.defendedCount).toBe(defended.length)
  expect(answer.defendedCount).toBeLessThan(answer.seriesCount)
  expect(answer.slis.reduce((sum, { defendedCount }) => sum + defendedCount, 0)).toBe(answer.defendedCount)
  const broken = answer.candidates.map(({ verdictCount, fulfilledCount }) => verdictCount - fulfilledCount)
  expect(broken).toHaveLength(8)
  expect(broken).toEqual(broken.toSorted((a, b) => a - b))
  for (const row of answer.candidates) {
    const same = items.find((one) => one.sloId === row.sloId && one.deployment === row.deployment)
    const left = same?.cells.slice(-3).map(({ remaining }) => remaining ?? Number.NaN) ?? []
    expect(row).toMatchObject({ fulfilledCount: same?.fulfilledCount, leastLeft: Math.min(...left) })
  }
})

test('the episodes of an SLO are those of its page, each with what explains it', async () => {
  const { chosen, lastPeriods, outcome } = await read('readChaosHypothesis', { subject: `${charge}@prod-us` })
  const history = await read(
    'readBudgetHistory',
    { from: lastPeriods[0]?.start ?? '', to: lastPeriods.at(-1)?.end ?? '' },
    { slo: charge, deployment: 'prod-us' },
  )
  const own = ({
    start,
    depletion,
    speed,
  }: Readonly<{ start: string; depletion: number; speed: number }>) => ({
    start,
    depletion,
    speed,
  })
  expect(chosen?.episodes.map(own)).toEqual(history.episodes.toSorted((a, b) => b.speed - a.speed).map(own))
  const [fastest] = chosen?.episodes ?? []
  expect(fastest?.releaseBefore?.version).toBe('2026.10.13-1')
  expect(fastest?.incidents.map(({ title }) => title)).toEqual(['POST /charge fails in prod-us'])
  expect(chosen?.blipCount).toBe(0)
  expect(outcome).toMatchObject({ leansTo: 'confirm' })
  expect(chosen?.environments.map(({ slug }) => slug)).toContain('prod-us')
})

test('where something stands out that nobody has explained, the hypothesis is about that', async () => {
  const { chosen, outcome } = await read('readChaosHypothesis', { team: 'booking' })
  const standingOut = chosen?.episodes.filter(({ isBlip }) => isBlip) ?? []
  expect(standingOut).toHaveLength(1)
  expect(standingOut[0]).toMatchObject({ incidents: [], releaseBefore: null })
  expect(standingOut[0]?.speed).toBeGreaterThanOrEqual(1.5 * (chosen?.averageSpeed ?? Number.NaN))
  expect(outcome.leansTo).toBe('explain')
})

test('weeks are whole ones that lie one after the other, and end before the data do', async () => {
  const { chosen, dataUpTo } = await read('readChaosHypothesis')
  const weeks = chosen?.weeks ?? []
  expect(weeks).toHaveLength(8)
  expect(weeks.map(({ start }) => new Date(start).getUTCDay())).toEqual(weeks.map(() => 1))
  for (const [at, { end }] of weeks.entries()) expect(weeks[at + 1]?.start ?? end).toBe(end)
  expect((weeks.at(-1)?.end ?? '') <= dataUpTo).toBe(true)
})

test('what was broken is not experimented on', async () => {
  const { items } = await read('listAdherence', { window: 'previous-period', limit: 1 })
  const [worst] = items
  const { chosen, outcome } = await read('readChaosHypothesis', {
    subject: `${worst?.sloId ?? ''}@${worst?.deployment ?? ''}`,
  })
  expect(chosen?.isDefended).toBe(false)
  expect(outcome.leansTo).toBe('not-yet')
})

test('a service without an SLO is named, and nothing is chosen of it', async () => {
  const answer = await read('readChaosHypothesis', { service: 'recommendations' })
  expect(answer).toMatchObject({
    slis: [],
    withoutSlo: [{ service: 'recommendations', teamName: 'Search' }],
    candidates: [],
    chosen: null,
  })
  expect(answer.outcome.leansTo).toBeNull()
})

test('looked at from an earlier hour it knows nothing later', async () => {
  const { lastPeriods, dataUpTo } = await read('readChaosHypothesis', { at: '2026-10-20T00:00:00Z' })
  expect(lastPeriods.map(({ name }) => name)).toEqual(['P8', 'P9', 'P10'])
  expect(dataUpTo).toBe('2026-10-20T00:00:00Z')
})

test.each([
  ['subject=payment-gateway.availability.post-charg@prod-us', 'slo'],
  [`subject=${charge}@prod-mars`, 'deployment'],
  ['team=paiments', 'team'],
])('what nobody knows is refused: %s', async (asked, field) => {
  expect(await problem(`/api/workflows/chaos-hypothesis?${asked}`)).toMatchObject({
    field,
    hint: expect.any(String),
  })
})
