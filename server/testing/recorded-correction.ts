import type { ApiDeps } from '../ports.ts'
import { person } from './callers.ts'
import { NOW_HOUR } from './tiny-organization.ts'

/** What the store keeps of a correction that happens once, besides what a test says of it. */
export const recordedOnce = {
  decision: 'agreed',
  category: 'agreed-maintenance',
  dependency: null,
  rule: null,
  timeZone: null,
  author: 'ada',
  reason: 'Agreed',
  at: '2026-11-10T00:00:00Z',
  withdrawnAt: null,
  withdrawnBy: null,
  withdrawnReason: null,
} as const

/** For addresses with a correction in them; it counts no more, so that no figure is another for it. */
export const WITHDRAWN = 'c-1'

export async function recordWithdrawn({ corrections }: ApiDeps): Promise<void> {
  const { at } = recordedOnce
  const correction = {
    ...recordedOnce,
    id: WITHDRAWN,
    decision: WITHDRAWN,
    kind: 'exclusion',
    fromHour: NOW_HOUR - 4,
    toHour: NOW_HOUR - 2,
    withdrawnAt: at,
    withdrawnBy: 'ada',
    withdrawnReason: 'It was put off',
  } as const
  const series = { sloId: 'cart.availability.get-cart', deployment: 'lab' }
  await corrections.record([{ series, correction }], { by: person('admin'), at })
}
