import { expect, test } from 'vitest'

import { changedFields } from './changed-fields.ts'

test('what stayed as it was is left out', () => {
  const before = { name: 'Import', revokedAt: null, scopes: ['read'] }
  expect(changedFields(before, { ...before, revokedAt: '2026-11-21T10:00:00Z' })).toEqual([
    { field: 'revokedAt', before: '–', after: '2026-11-21T10:00:00Z' },
  ])
  expect(changedFields(before, { ...before, scopes: ['read'] })).toEqual([])
})

test('a thing that came or went shows all it has, and nothing that is absent either way', () => {
  const thing = { name: 'Import', target: 0.99, owner: null }
  expect(changedFields(null, thing)).toEqual([
    { field: 'name', before: '–', after: 'Import' },
    { field: 'target', before: '–', after: '0.99' },
  ])
  expect(changedFields(thing, null).map(({ after }) => after)).toEqual(['–', '–'])
  expect(changedFields(null, null)).toEqual([])
})
