import { expect, test } from 'vitest'

import { isoFromHour } from '../domain/hours.ts'
import { burnDownModel } from './burn-down-model.ts'
import { historyOf, p11, P11_START } from './testing/history-fixture.ts'
import { zoneClock } from './zone-clock.ts'

const modelWithMarks = (history: Parameters<typeof burnDownModel>[0]) =>
  burnDownModel(history, { figures: 'corrected', isSliding: false, clock: zoneClock('UTC') })

test('releases before an episode are suspects, changed targets and corrections are marked, withdrawn ones are not', () => {
  const at = isoFromHour(P11_START + 10)
  const correction = {
    decision: 'agreed',
    category: 'agreed-maintenance',
    recurrence: null,
    timeZone: null,
    withdrawnBy: null,
    withdrawnReason: null,
    author: 'T. Okafor',
    reason: 'Agreed maintenance',
    at,
    dependency: null,
    share: null,
  } as const
  const model = modelWithMarks(
    historyOf([p11], {
      releases: [
        { id: '1', version: '2026.10.05-1', at },
        { id: '2', version: '2026.10.06-1', at: isoFromHour(P11_START + 40) },
      ],
      episodes: [
        {
          periodId: '2026-P11',
          start: at,
          end: at,
          spanHours: 1,
          bad: 1,
          depletion: 0.1,
          speed: 10,
          peakBurnRate: 20,
          releaseBefore: { version: '2026.10.05-1', at },
        },
      ],
      versions: [
        {
          version: 1,
          target: 0.999,
          effectiveFrom: isoFromHour(P11_START - 900),
          author: 'M. Lind',
          reason: 'First agreed',
        },
        {
          version: 2,
          target: 0.9995,
          effectiveFrom: isoFromHour(P11_START + 100),
          author: 'M. Lind',
          reason: 'Users noticed',
        },
      ],
      corrections: [
        {
          ...correction,
          id: 'a',
          kind: 'exclusion',
          start: at,
          end: isoFromHour(P11_START + 13),
          withdrawnAt: null,
        },
        {
          ...correction,
          id: 'b',
          kind: 'top-up',
          start: at,
          end: at,
          share: 0.2,
          dependency: 'acquirer',
          withdrawnAt: at,
        },
      ],
    }),
  )
  expect(model.releases.map(({ isSuspect }) => isSuspect)).toEqual([true, false])
  expect(model.targetChanges).toEqual([{ hour: P11_START + 100, before: 0.999, after: 0.9995 }])
  expect(model.exclusions).toEqual([
    { fromHour: P11_START + 10, toHour: P11_START + 13, reason: 'Agreed maintenance' },
  ])
  expect(model.topUps).toEqual([])
})
