import { describe, expect, test } from 'vitest'

import { endpointWords } from '../../src/domain/endpoint-words.ts'
import { harbourline } from '../testing/harbourline.ts'

const { read, problem } = harbourline

describe('setting an SLO', () => {
  test('names every dependency, the external ones too, with what its own page says of it', async () => {
    const answer = await read('readSetSlo', { service: 'mail-out', deployment: 'prod-us' })
    expect(answer.dependencies.map(({ name, service }) => [name, service?.team ?? null])).toEqual([
      ['templates', 'messaging'],
      ['The mail provider', null],
    ])
    const [templates, provider] = answer.dependencies
    expect(provider).toMatchObject({ slos: null, level: 'undefined', correctionCount: 1, promised: null })
    const from = answer.periods[0]?.start ?? ''
    const to = answer.periods.at(-1)?.end ?? ''
    const { items } = await read('listAdherence', { service: 'templates', deployment: 'prod-us', from, to })
    expect(answer.periods).toHaveLength(3)
    expect(new Map(templates?.slos?.items.map(({ id, cells }) => [id, cells]))).toEqual(
      new Map(items.map(({ sloId, cells }) => [sloId, cells.map(({ adherence }) => adherence)])),
    )
  })

  test('counts what was said of a dependency', async () => {
    const before = await read('readSetSlo', { service: 'booking-api' })
    const after = await read('readSetSlo', {
      service: 'booking-api',
      answers: 'mail-out~soft~yes~apart~-~-~~The bank~strong~no~apart~0.999~kept',
      target: 0.9999,
    })
    expect(before.dependencies.map(({ name, level }) => [name, level])).toEqual([
      ['holds', 'high'],
      ['payment-gateway', 'medium'],
      ['mail-out', 'medium'],
    ])
    expect(after.dependencies.at(-1)).toMatchObject({ name: 'The bank', level: 'medium', promised: 0.999 })
    expect(before.reach.promised).toBeCloseTo(0.995 ** 3, 12)
    expect(after.reach.promised).toBeCloseTo(0.995 ** 2 * 0.999, 12)
    expect(after.wish).toMatchObject({ target: 0.9999, reach: 'beyond', partCount: 4 })
    expect(before.wish?.target).toBe(before.outcome.initial)
  })

  test('takes the figures of endpoints from their own list', async () => {
    const { endpoints, periods } = await read('readSetSlo', { service: 'booking-api' })
    const { items } = await read('listEndpointRanking', {
      service: 'booking-api',
      deployment: 'prod-eu',
      by: 'availability',
      from: periods.at(-1)?.start ?? '',
      to: periods.at(-1)?.end ?? '',
    })
    expect(endpoints).toHaveLength(items.length)
    for (const { endpoint, availability } of items)
      expect(endpoints.find(({ name }) => name === endpointWords(endpoint))?.last).toBe(availability)
  })

  test('refuses what it does not know, and names what it does', async () => {
    expect(await problem('/api/workflows/set-slo?service=booking-ap')).toMatchObject({
      hint: 'Did you mean booking-api?',
    })
    expect(await problem('/api/workflows/set-slo?service=booking-api&deployment=moon')).toMatchObject({
      allowed: expect.arrayContaining(['prod-eu']),
    })
    expect(await problem('/api/workflows/set-slo?service=booking-api&answers=holds')).toMatchObject({
      field: 'answers',
    })
  })
})

describe('setting or tightening an SLA', () => {
  test('asks every team that the contract rests on, and stops where the rule says', async () => {
    const { teams, outcome } = await read('readSetSla', { contract: 'nordbahn-timetable' })
    expect(
      teams.map(({ slug, steps, stoppedAtStep }) => [slug, steps.recovery, steps.kept, stoppedAtStep]),
    ).toEqual([
      ['search', 'negative', null, 1],
      ['identity', 'positive', 'positive', null],
    ])
    expect(outcome).toMatchObject({ leansTo: 'against', penalties: 'minimal' })
  })

  test('has the figures of the indicators', async () => {
    const { teams, closedPeriods, costs } = await read('readSetSla', { team: 'payments' })
    const [team] = teams
    const recovery = await read('listRecoveryTrend', { team: 'payments' })
    expect(team?.recovery).toMatchObject({ ...recovery.recovery, downtimeMinutes: recovery.downtimeMinutes })
    const adherence = await read('listSlaAdherence', { team: 'payments', limit: 50 })
    const ofParts = adherence.items.filter(
      ({ type, contracts }) => type !== 'contractual' && contracts.length > 0,
    )
    expect(team?.slas.length).toBe(ofParts.length)
    const left = ofParts.flatMap(({ cells }) =>
      cells.slice(0, closedPeriods.length).flatMap(({ remaining }) => remaining ?? []),
    )
    expect(team?.leastLeft).toBe(Math.min(...left))
    const depletion = await read('listSlaDepletion', { team: 'payments' })
    expect(costs).toEqual(depletion.costs)
  })

  test('supports it for a team that recovers faster, keeps and leaves enough', async () => {
    const { teams, outcome } = await read('readSetSla', { team: 'identity', contract: 'reseller-checkout' })
    expect(teams.map(({ stoppedAtStep }) => stoppedAtStep)).toEqual([null])
    expect(outcome).toMatchObject({ leansTo: 'supports', penalties: 'larger' })
  })

  test('leans on nothing where no team carries a contract', async () => {
    const { teams, outcome } = await read('readSetSla', { team: 'fleet' })
    expect(teams).toEqual([])
    expect(outcome).toMatchObject({ leansTo: 'unclear', penalties: null })
  })
})

describe('more people for a team', () => {
  test('shows the signs as the four indicators have them', async () => {
    const { teams } = await read('readSreCapacity', { team: 'search' })
    const [search] = teams
    const [adherence, tickets, recovery, onCall] = await Promise.all([
      read('listAdherence', { team: 'search', limit: 200 }),
      read('listTicketTrend', { team: 'search' }),
      read('listRecoveryTrend', { team: 'search' }),
      read('listOnCallRotations', { team: 'search' }),
    ])
    const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
    expect(search?.adherence.keptCount).toBe(sum(adherence.items.map(({ fulfilledCount }) => fulfilledCount)))
    expect(search?.adherence.brokenCount).toBe(sum(adherence.items.map(({ brokenCount }) => brokenCount)))
    expect(search?.tickets.direction).toBe(tickets.totals.direction)
    expect(search?.recovery).toMatchObject(recovery.recovery)
    expect(search?.onCall.rotationCount).toBe(onCall.teams[0]?.rotationCount)
    expect(search).toMatchObject({ seenCount: 3, unknownCount: 0 })
  })

  test('lists the teams of the organization, most signs first', async () => {
    const { teams, says } = await read('readSreCapacity')
    const counts = teams.map(({ seenCount }) => seenCount)
    expect(teams).toHaveLength(6)
    expect(counts).toEqual(counts.toSorted((a, b) => b - a))
    expect(says).toBe('Search shows 3 of 4 signs.')
  })

  test('refuses a team that nobody knows', async () => {
    expect(await problem('/api/workflows/sre-capacity?team=serch')).toMatchObject({
      field: 'team',
      value: 'serch',
    })
  })
})
