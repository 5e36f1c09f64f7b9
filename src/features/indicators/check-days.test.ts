import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { hourFromIso } from '../../domain/hours.ts'
import { checkDays, daysOf } from './check-days.ts'

const hour = (iso: string) => hourFromIso(iso) ?? 0
const held = { dataFromHour: hour('2024-11-18T05:00:00Z'), endHour: hour('2026-11-30T00:00:00Z') }

describe('a range of days that was typed', () => {
  it('holds both of its days', () => {
    expect(checkDays({ from: '2026-11-09', to: '2026-11-15' }, held).range).toEqual({
      from: '2026-11-09T00:00:00Z',
      to: '2026-11-16T00:00:00Z',
    })
    expect(checkDays({ from: '2026-11-09', to: '2026-11-09' }, held).range?.to).toBe('2026-11-10T00:00:00Z')
  })

  it('begins with the data and ends with the running period', () => {
    expect(checkDays({ from: '2024-11-18', to: '2026-11-29' }, held).range).toEqual({
      from: '2024-11-18T05:00:00Z',
      to: '2026-11-30T00:00:00Z',
    })
  })

  it.each([
    [
      '',
      '2026-11-09',
      'from',
      'From holds nothing, which is no day. Any day from 2024-11-18 to 2026-11-29 will do.',
    ],
    [
      '2026-11-09',
      '2026-02-30',
      'to',
      'To holds “2026-02-30”, which is no day. Any day from 2024-11-18 to 2026-11-29 will do.',
    ],
    [
      '2019-01-01',
      '2026-11-09',
      'from',
      'From 2019-01-01 lies outside the data. Any day from 2024-11-18 to 2026-11-29 will do.',
    ],
    [
      '2026-11-09',
      '2027-01-01',
      'to',
      'To 2027-01-01 lies outside the data. Any day from 2024-11-18 to 2026-11-29 will do.',
    ],
    [
      '2026-11-09',
      '2026-11-01',
      'to',
      'To 2026-11-01 lies before From 2026-11-09. Any day from 2026-11-09 to 2026-11-29 will do.',
    ],
  ])('%s to %s is refused by the name of its field, with what may stand there', (from, to, field, says) => {
    expect(checkDays({ from, to }, held).wrong).toEqual({ field, says })
  })

  it('is the one its fields show again', () => {
    const day = fc.integer({
      min: Date.parse('2024-11-19') / 86_400_000,
      max: Date.parse('2026-11-29') / 86_400_000,
    })
    const text = (at: number) => new Date(at * 86_400_000).toISOString().slice(0, 10)
    fc.assert(
      fc.property(day, day, (a, b) => {
        const days = { from: text(Math.min(a, b)), to: text(Math.max(a, b)) }
        const { range } = checkDays(days, held)
        expect(range && daysOf(range)).toEqual(days)
      }),
    )
  })
})
