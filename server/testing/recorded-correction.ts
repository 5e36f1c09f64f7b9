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
