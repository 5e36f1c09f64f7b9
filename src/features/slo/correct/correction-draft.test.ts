import { expect, test } from 'vitest'

import { checkDraft, emptyDraft, type CorrectionDraft } from './correction-draft.ts'

const empty = emptyDraft('2026-11-18T03:00:00Z', 'UTC')
const checked = (change: Partial<CorrectionDraft>, timeZone = 'UTC') =>
  checkDraft({ ...empty, reason: 'Agreed', ...change }, 'prod-eu', timeZone)

test('begins with the last hour, left out once for agreed maintenance', () => {
  expect(checked({}).body).toEqual({
    deployment: 'prod-eu',
    scope: 'slo',
    category: 'agreed-maintenance',
    reason: 'Agreed',
    dependency: null,
    start: '2026-11-18T02:00:00Z',
    end: '2026-11-18T03:00:00Z',
    share: null,
    rule: null,
    timeZone: null,
  })
})

test('times are those of the clock that the screen shows', () => {
  const { body } = checked({ start: '2026-07-01T02:00', end: '2026-07-01T04:00' }, 'Europe/Berlin')
  expect(body).toMatchObject({ start: '2026-07-01T00:00:00Z', end: '2026-07-01T02:00:00Z' })
})

test.each([
  ['daily', 'FREQ=DAILY;COUNT=12'],
  ['weekly', 'FREQ=WEEKLY;COUNT=12'],
  ['fortnightly', 'FREQ=WEEKLY;INTERVAL=2;COUNT=12'],
  ['monthly', 'FREQ=MONTHLY;BYDAY=3WE;COUNT=12'],
  ['rule', 'FREQ=DAILY;UNTIL=20261231'],
] as const)('what happens %s is a rule by the clock of the screen', (repeat, rule) => {
  const { body } = checked({ repeat, rule: ' FREQ=DAILY;UNTIL=20261231 ' }, 'Europe/Berlin')
  expect(body).toMatchObject({ rule, timeZone: 'Europe/Berlin' })
})

test('a fifth weekday of the month is its last', () => {
  const { body } = checked({ repeat: 'monthly', start: '2026-11-29T02:00', end: '2026-11-29T03:00' })
  expect(body?.rule).toBe('FREQ=MONTHLY;BYDAY=-1SU;COUNT=12')
})

test('a share is typed in percent, with a point or a comma, and needs a name beside it', () => {
  const topUp = { category: 'third-party', dependency: ' The card network ', repeat: 'weekly' } as const
  expect(checked({ ...topUp, share: '12,5 %' }).body).toMatchObject({
    share: 0.125,
    dependency: 'The card network',
    end: null,
    rule: null,
  })
  expect(checked({ ...topUp, share: '0' }).missing).toBe('Give the share in percent, such as 12.5')
  expect(checked({ ...topUp, share: '5', dependency: ' ' }).missing).toBe('Name what it is put down to')
})

test.each([
  [{ start: '' }, 'Give when it begins'],
  [{ end: '' }, 'Give when it ends'],
  [{ repeat: 'rule', rule: ' ' }, 'Give the rule'],
] as const)('%j: says what comes next', (change, missing) => {
  expect(checked(change)).toEqual({ body: null, missing })
})
