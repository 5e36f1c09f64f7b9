import { describe, expect, test } from 'vitest'

import { goldenCase } from '../../src/domain/testing/golden.ts'
import { ask, periods, rounded } from './testing/ask-worked.ts'
import type { WorkedName } from './worked-figures.ts'

describe('I-01, SLOs by service', () => {
  test('GC-I01: three SLOs with their teams, and five days left of four weeks', async () => {
    const golden = goldenCase('GC-I01')
    const { read } = ask('worked-adherence', Date.parse('2026-11-25T00:00:00Z'))
    const { items } = await read('listBudgets', { sli: golden.text('inputs', 'sli'), sort: 'service' })
    const rows = items.map(({ service, teamName, endpoint, target }) => [
      `Service ${service.at(-1)}`,
      teamName,
      `${endpoint.verb} ${endpoint.path}`,
      rounded(target * 100, 2),
    ])
    expect(rows).toEqual(golden.value('expected', 'rows'))
    const { currentPeriod, now } = await read('readOrganization')
    const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000
    expect(days(now, currentPeriod.end)).toBe(golden.number('expected', 'days_left'))
    expect(days(currentPeriod.start, currentPeriod.end) / 7).toBe(golden.number('expected', 'period_weeks'))
  })
})

describe('I-02, SLO adherence', () => {
  test('GC-I02: fulfilled and broken by period, counted', async () => {
    const golden = goldenCase('GC-I02')
    const { items } = await ask('worked-adherence').read('listAdherence', {
      ...periods(1, 3),
      sort: 'service',
    })
    const rows = items.map(({ endpoint, target, cells }) => [
      `${endpoint.verb} ${endpoint.path} ${rounded(target * 100, 2)}%`,
      cells.map(({ adherence }) => adherence.charAt(0).toUpperCase()).join(''),
    ])
    expect(Object.fromEntries(rows)).toEqual(golden.value('inputs', 'rows'))
    expect(items.map(({ brokenCount }) => brokenCount)).toEqual(golden.numbers('expected', 'broken_count'))
    for (const [at, rate] of golden.numbers('expected', 'fulfilment_rate').entries())
      expect(Math.abs((items[at]?.fulfilmentRate ?? -1) - rate)).toBeLessThan(golden.tolerance)
  })
})

const depletionOf = async (name: WorkedName, sort: string, more = {}) => {
  const { items, answer } = await ask(name).read('listDepletion', { ...periods(1, 4), sort, ...more })
  const rows = items.map(({ service, deployment, budget, averageSpeed, highestSpeed }) => ({
    service: `Service ${service.at(-1)}`,
    deployment: `Prod-${deployment.slice(5)}`,
    period: budget.period.name,
    end: rounded((budget.remaining ?? Number.NaN) * 100),
    days: budget.timeToExhaustionHours === null ? null : budget.timeToExhaustionHours / 24,
    average: rounded(averageSpeed, 1),
    highest: rounded(highestSpeed, 1),
    exact: { average: averageSpeed, highest: highestSpeed },
  }))
  return { rows, answer }
}

describe('I-03, error budget depletion', () => {
  test('GC-I03: ends and speeds of the table, fastest first', async () => {
    const golden = goldenCase('GC-I03')
    const { rows } = await depletionOf('worked-depletion', '-highest-speed', {
      service: 'service-2,service-3',
    })
    const burned = rows.filter(({ highest }) => highest !== null)
    expect(burned.map(({ highest }) => highest)).toEqual(golden.numbers('expected', 'highest_order'))
    const periodNames: Readonly<Record<string, string>> = {
      '1.1-29.1': 'P1',
      '30.1-27.2': 'P2',
      '28.3-26.4': 'P4',
    }
    for (const at of [0, 1, 2, 3]) {
      const expected = {
        service: golden.text('inputs', 'rows', at, 0),
        period: periodNames[golden.text('inputs', 'rows', at, 1)],
        end: golden.number('inputs', 'rows', at, 2),
        average: golden.number('inputs', 'rows', at, 3),
        highest: golden.number('inputs', 'rows', at, 4),
      }
      expect(
        burned.map(({ service, period, end, average, highest }) => ({
          service,
          period,
          end,
          average,
          highest,
        })),
      ).toContainEqual(expected)
    }
  })

  test('GC-T11_3-avg, GC-T11_4-A: speeds are those of the incidents, each counted alike', async () => {
    const { rows } = await depletionOf('worked-depletion', 'period', { service: 'service-1' })
    const [first, second, third] = rows
    const average = goldenCase('GC-T11_3-avg')
    expect(first?.exact.average).toBeCloseTo(average.number('expected', 'average_speed'), 2)
    expect(first?.average).toBe(average.number('expected', 'printed'))
    const highest = goldenCase('GC-T11_3-max')
    expect(first?.exact.highest).toBeCloseTo(highest.number('expected', 'highest_speed'), 2)
    expect(first?.end).toBe(goldenCase('GC-T11_3-end').number('expected', 'remaining_at_end_percent'))
    expect(second?.exact.highest).toBeCloseTo(
      goldenCase('GC-T11_4-A').number('expected', 'speed_percent_per_hour'),
      6,
    )
    // B of that table: the same 80 % over two weeks.
    expect(third?.highest).toBe(0.2)
  })
})

describe('I-04, premature exhaustion', () => {
  test('GC-I04: who ran out early, when, and by how much', async () => {
    const golden = goldenCase('GC-I04')
    const { rows } = await depletionOf('worked-exhaustion', 'period,service,-deployment', {
      premature: 'only',
    })
    expect(
      rows.map(({ service, end, days, average, deployment }) => [service, end, days, average, deployment]),
    ).toEqual(
      [0, 1, 2, 3].map((at) => [0, 2, 3, 4, 5].map((column) => golden.value('inputs', 'rows', at, column))),
    )
    const fastest = rows.toSorted((a, b) => (b.average ?? 0) - (a.average ?? 0))[0]
    expect(rows.findIndex((row) => row === fastest)).toBe(golden.number('expected', 'highest_avg_speed_row'))
    const latest = rows.filter(({ period }) => period === 'P4')
    expect([...new Set(latest.map(({ service }) => service))]).toEqual(
      golden.value('expected', 'most_recent_exhausters'),
    )
    expect(-latest.reduce((sum, { end }) => sum + (end ?? 0), 0)).toBe(
      golden.number('expected', 'sum_of_shortages_service3_points'),
    )
    const { rows: byTime } = await depletionOf('worked-exhaustion', 'exhaustion', { premature: 'only' })
    expect([byTime[0]?.service, byTime[0]?.days]).toEqual(
      golden.value('expected', 'least_time_to_exhaustion'),
    )
    const { rows: byEnd } = await depletionOf('worked-exhaustion', 'remaining', { premature: 'only' })
    expect([byEnd[0]?.service, byEnd[0]?.end]).toEqual(golden.value('expected', 'biggest_shortage'))
  })
})

describe('the drawn budgets', () => {
  const curvesOf = async (slo: string, more = {}) => {
    const { items } = await ask('worked-graphs').read('listBudgetCurves', { ...periods(1, 4), slo, ...more })
    return items[0]
  }

  test('GC-G01: three time units, of which two run out early', async () => {
    const golden = goldenCase('GC-G01')
    const row = await curvesOf('service-1.availability.get-user')
    const units = row?.curves.slice(0, 3) ?? []
    expect(units.map((unit) => rounded((unit?.remaining ?? 0) * 100))).toEqual(
      golden.numbers('expected', 'end_percent'),
    )
    expect(units.map((unit) => unit?.isPremature)).toEqual(golden.value('expected', 'prematurely_exhausted'))
    expect(units.map((unit) => unit?.state === 'fulfilled')).toEqual(golden.value('expected', 'fulfilled'))
    expect(units[0]?.daily?.[13]).toBeCloseTo(golden.number('inputs', 'series', 0, 'points', 1, 1) / 100, 2)
    const firstDayBelow = (units[0]?.daily ?? []).findIndex((left) => left !== null && left <= 0)
    expect(
      Math.abs((firstDayBelow + 1) / 28 - golden.number('expected', 'exhaustion_fraction_unit1')),
    ).toBeLessThan(golden.tolerance)
  })

  test('Fig 11.4: a release ends the loss of week 2, another begins that of week 4, and both are marked', async () => {
    const row = await curvesOf('service-1.availability.get-affil')
    const daily = row?.curves[0]?.daily ?? []
    expect([6, 7, 20, 21, 27].map((day) => rounded((daily[day] ?? Number.NaN) * 100))).toEqual([
      100, 50, 50, -50, -50,
    ])
    expect(row?.marks.releases.map(({ version }) => version)).toEqual(['fix', 'fault'])
  })

  test('GC-G04: only periods that ran out early are drawn, and the others hatched', async () => {
    const golden = goldenCase('GC-G04')
    const row = await curvesOf('service-2.availability.get-affil', { premature: 'only' })
    const numbersOf = (isDrawn: boolean) =>
      row?.curves.flatMap((curve, at) => ((curve?.daily != null) === isDrawn ? [at + 1] : []))
    expect(numbersOf(true)).toEqual(golden.numbers('expected', 'drawn_periods'))
    expect(numbersOf(false)).toEqual(golden.numbers('expected', 'hatched_periods'))
    expect(rounded((row?.curves[0]?.remaining ?? 0) * 100)).toBe(
      golden.number('expected', 'end_percent_period1'),
    )
  })

  test('GC-G03: the last 24 hours begin at 83 %, dip twice and stay', async () => {
    const golden = goldenCase('GC-G03')
    const { periods: shown } = await ask('worked-graphs').read(
      'readBudgetHistory',
      { window: 'last-24-hours', scale: 'hour' },
      { slo: 'service-2.availability.get-affil', deployment: 'prod-us' },
    )
    const left = (shown.at(-1)?.columns.remaining ?? []).map((value) => (value ?? Number.NaN) * 100)
    expect(left).toHaveLength(24)
    expect(Math.abs((left[0] ?? 0) - golden.number('expected', 'start_percent'))).toBeLessThan(
      golden.tolerance,
    )
    const dips = left.flatMap((value, hour) =>
      hour > 0 && value < (left[hour - 1] ?? 0) - 0.5 ? [hour] : [],
    )
    expect(dips).toEqual(golden.numbers('expected', 'dips_near_hours'))
    expect(left.at(-1)).toBeCloseTo(left[golden.number('expected', 'flat_after_hour')] ?? Number.NaN, 9)
  })
})

describe('I-13, fulfilled and broken SLOs', () => {
  test('GC-OV-01, GC-OV-02: counts by service and period, and who comes first', async () => {
    const golden = goldenCase('GC-OV-01')
    const { items, totals, marks } = await ask('worked-overview').read('listKeptOverview', periods(1, 3))
    const byName = (value: (row: (typeof items)[number]) => unknown) =>
      Object.fromEntries(items.map((row) => [`Service ${row.service.at(-1)}`, value(row)]))
    expect(byName(({ cells }) => cells.map(({ within, broke }) => [within, broke]))).toEqual(
      golden.value('inputs', 'within_broke'),
    )
    expect(byName(({ cells }) => cells.map(({ within, broke }) => within + broke))).toEqual(
      golden.value('expected', 'totals'),
    )
    expect(byName(({ isImproving }) => isImproving)).toEqual(golden.value('expected', 'improving'))
    const third = goldenCase('GC-OV-02')
    const at = third.number('inputs', 'period') - 1
    const named = (isKept: boolean) =>
      items
        .filter(({ cells }) => cells[at]?.isKept === isKept)
        .map(({ service }) => `Service ${service.at(-1)}`)
    expect(named(true)).toEqual(third.value('expected', 'services_within'))
    expect(named(false)).toEqual(third.value('expected', 'services_to_prioritize'))
    // One of two is half, and not more than half.
    expect(totals[at]).toEqual({ kept: 1, counted: 2, share: 0.5 })
    expect(marks.map(({ isConsistent }) => isConsistent)).toEqual([false, false])
  })
})
