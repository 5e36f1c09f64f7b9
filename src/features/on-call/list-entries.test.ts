import { describe, expect, test } from 'vitest'

import type { OnCallEntry } from '../../contract/on-call.ts'
import type { OnCallGroup } from '../../domain/on-call-order.ts'
import { entryKey, listEntries, shownGroups } from './list-entries.ts'

const budget = (sloId: string, group: OnCallGroup) =>
  ({ sloId, deployment: 'north', group, burning: null }) as OnCallEntry

const pages = (items: readonly OnCallEntry[], counts: Partial<Record<OnCallGroup, number>>) => [
  {
    items: [...items],
    groups: Object.entries(counts).map(([group, count]) => ({ group: group as OnCallGroup, count })),
  },
]

describe('the entries of the on-call list', () => {
  test('urgent groups stand even when they are empty, the others only when something is in them', () => {
    const entries = listEntries(pages([], { healthy: 3 }), [])
    expect(entries.map(entryKey)).toEqual([
      'heading burning',
      'none burning',
      'heading exhausted',
      'none exhausted',
      'heading at-risk',
      'none at-risk',
      'fold healthy',
    ])
  })

  test('a folded group names one of its budgets and hides the rest', () => {
    const entries = listEntries(pages([budget('a', 'no-data'), budget('b', 'no-data')], { 'no-data': 2 }), [])
    expect(entries.at(-1)).toMatchObject({ kind: 'fold', count: 2, isOpen: false, example: { sloId: 'a' } })
    const open = listEntries(pages([budget('a', 'no-data'), budget('b', 'no-data')], { 'no-data': 2 }), [
      'no-data',
    ])
    expect(open.slice(-2).map(entryKey)).toEqual(['a north', 'b north'])
  })

  test('a budget keeps its key when it moves from one group to another', () => {
    const before = listEntries(pages([budget('a', 'at-risk')], { 'at-risk': 1 }), [])
    const after = listEntries(pages([budget('a', 'burning')], { burning: 1 }), [])
    expect(before.map(entryKey)).toContain('a north')
    expect(after.map(entryKey)).toContain('a north')
  })

  test('healthy budgets are asked for only when they are unfolded', () => {
    expect(shownGroups([])).not.toContain('healthy')
    expect(shownGroups(['healthy'])).toContain('healthy')
  })
})
