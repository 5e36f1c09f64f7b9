import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { idsOf, Ledger } from './ledger.ts'
import { outcomesOf, scoreOf } from './score.ts'

const mutant = (id: string) => ({
  id,
  fileName: 'a.ts',
  line: 1,
  mutator: 'BooleanLiteral',
  replacement: 'true',
})

test('a mutant is killed once any test fails with it, and judged only if a running test can wake it', () => {
  const file = join(tmpdir(), `ledger-${process.pid}.txt`)
  const ledger = new Ledger(file)
  expect(ledger.read()).toEqual([])
  ledger.add('met-at-load', '0')
  for (const id of ['1', '2', '3']) ledger.add('met', id)
  ledger.add('killed', '1')
  ledger.add('endless', '2')
  ledger.add('test-over', 'file > a test with spaces')

  const entries = ledger.read()
  expect(idsOf(entries, 'test-over')).toEqual(new Set(['file > a test with spaces']))
  const outcomes = [...outcomesOf(['0', '1', '2', '3', '4'].map(mutant), entries).values()]
  expect(outcomes).toEqual(['met at load', 'killed', 'endless', 'survived', 'never met'])
  expect(scoreOf('a.ts', outcomes).share).toBe(0.5)
  expect(scoreOf('b.ts', ['met at load']).share).toBeNull()
})
