import { describe, expect, it } from 'vitest'

import { hourFromIso } from '../../domain/hours.ts'
import { whyNoWindow } from './why-no-window.ts'

const hour = (iso: string) => hourFromIso(iso) ?? 0
const since = (iso: string) =>
  ({
    scheme: { kind: 'four-weeks' },
    nowHour: hour('2026-11-18T03:00:00Z'),
    dataFromHour: hour(iso),
  }) as const

describe('a window that cannot be chosen', () => {
  it('is one of which no period is held whole', () => {
    const young = since('2026-10-06T00:00:00Z')
    expect(whyNoWindow('previous-year', young)).toMatch(/No data/)
    expect(whyNoWindow('previous-period', young)).toMatch(/No data/)
  })

  it('is never one with the running period, however young the data', () => {
    const young = since('2026-11-17T00:00:00Z')
    for (const window of ['current-period', 'last-3-periods', 'current-year'] as const) {
      expect(whyNoWindow(window, young)).toBeUndefined()
    }
  })

  it('is one of hours where an indicator is cut by periods', () => {
    const old = since('2024-11-18T00:00:00Z')
    for (const window of ['last-24-hours', 'last-7-days'] as const) {
      expect(whyNoWindow(window, old)).toMatch(/Shorter than a period/)
      expect(whyNoWindow(window, old, 'hours')).toBeUndefined()
    }
  })

  it('is none where a part of it is held whole', () => {
    expect(whyNoWindow('previous-year', since('2025-11-30T00:00:00Z'))).toBeUndefined()
  })
})
