import { expect, test } from 'vitest'

import { isAffected } from './affected-queries.ts'

const dataUpTo = '2026-11-18T03:00:00Z'
const after = (...topics: Parameters<typeof isAffected>[1]['topics']) => ({ topics, dataUpTo })
const history = (view: object) => ['budgets', 'history', 'a.b.c', 'north', view]

test.each([
  ['another hour', history({ window: 'current-period' }), after('hours'), true],
  ['another hour, and a span that was over', history({ to: '2026-11-02T00:00:00Z' }), after('hours'), false],
  ['another hour, and a span that still runs', history({ to: '2026-11-30T00:00:00Z' }), after('hours'), true],
  ['a late hour, and a span that was over', history({ to: '2026-11-02T00:00:00Z' }), after('past'), true],
  [
    'a release, and the budget it stands beside',
    history({ window: 'current-period' }),
    after('records'),
    true,
  ],
  ['a release, and a list of budgets', ['budgets', 'top', {}], after('records'), false],
  ['another hour, and what is agreed', ['catalog', 'slos', {}], after('hours', 'past', 'records'), false],
  ['a new agreement', ['catalog', 'slos', {}], after('catalog'), true],
  ['anything, and who one is', ['access', 'me'], after('hours', 'past', 'records', 'catalog'), false],
  ['nothing', history({ window: 'current-period' }), after(), false],
  ['a kind nobody thought of', ['breaches', 'list'], after('records'), true],
])('%s', (_, key, change, isIt) => {
  expect(isAffected(key, change)).toBe(isIt)
})
