import { describe, expect, test } from 'vitest'

import { P11_START, P12_END, P12_START } from './testing/history-fixture.ts'
import { timeTicks } from './time-axis.ts'
import { zoneClock } from './zone-clock.ts'

const utc = { clock: zoneClock('UTC'), timeZone: 'UTC' }
const labels = (fromHour: number, toHour: number, plotWidth: number) =>
  timeTicks({ fromHour, toHour, plotWidth, ...utc }).map(({ label }) => label)

describe('the ticks of the time axis', () => {
  test('are weeks where a period has room for them', () => {
    expect(labels(P12_START, P12_END, 300)).toEqual(['2\u00a0Nov', '9', '16', '23'])
  })

  test('name the month where it begins', () => {
    expect(labels(P11_START, P12_END, 1000)).toEqual([
      '5\u00a0Oct',
      '12',
      '19',
      '26',
      '2\u00a0Nov',
      '9',
      '16',
      '23',
    ])
  })

  test('are hours within a day, and the date at midnight', () => {
    expect(labels(P12_START + 15, P12_START + 39, 300)).toEqual(['18:00', '3\u00a0Nov', '06:00', '12:00'])
  })

  test('keep their distance at every width', () => {
    for (const width of [150, 320, 700, 1200, 2400]) {
      for (const hours of [24, 168, 672, 2016, 8760]) {
        const ticks = timeTicks({ fromHour: P11_START, toHour: P11_START + hours, plotWidth: width, ...utc })
        const distances = ticks
          .slice(1)
          .map(({ hour }, index) => ((hour - (ticks[index]?.hour ?? 0)) * width) / hours)
        expect(Math.min(...distances)).toBeGreaterThanOrEqual(44)
      }
    }
  })

  test('stand at local midnights', () => {
    const berlin = { clock: zoneClock('Europe/Berlin'), timeZone: 'Europe/Berlin' }
    const [first] = timeTicks({ fromHour: P12_START, toHour: P12_END, plotWidth: 300, ...berlin })
    expect(first?.hour).toBe(P12_START + 23)
  })
})
