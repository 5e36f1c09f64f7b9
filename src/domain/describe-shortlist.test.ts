import { expect, it } from 'vitest'

import {
  describeEmptyList,
  describeLeaning,
  describeShortlist,
  describeShortlistRule,
} from './describe-shortlist.ts'
import { shortlistLists } from './shortlist.ts'

const shape = {
  asked: shortlistLists,
  length: 14,
  picks: 3,
  candidates: 24,
  places: 18,
  services: ['ledger', 'ledger', 'ledger', 'cart'],
}

it('says how long the list is, how much the lists overlap and who holds most of it', () => {
  expect(describeShortlist(shape)).toBe(
    '14 of at most 18: the lists hardly overlap, so the weakness is spread wide. ledger holds 3 places.',
  )
  expect(describeShortlist({ ...shape, length: 5, places: 12, services: ['a', 'b', 'c', 'd', 'e'] })).toBe(
    '5 of at most 18: the lists largely name the same endpoints, so what is weak is in few places.',
  )
  expect(describeShortlist({ ...shape, length: 10, services: ['a', 'a', 'b', 'b', 'c'] })).toBe(
    '10 of at most 18: the lists overlap in part. a and b hold 2 places each.',
  )
  expect(describeShortlist({ ...shape, length: 21, places: 21, services: ['a'] })).toBe(
    '21, with what tied or was added, of 18: no two lists name the same endpoint, so the weakness is spread wide.',
  )
  expect(describeShortlist({ ...shape, length: 0, places: 0, services: [] })).toBe(
    'No list names an endpoint.',
  )
})

it('the data lean; the person decides', () => {
  expect(describeLeaning(shape)).toBe('The data lean to reliability.')
  expect(describeLeaning({ ...shape, length: 3 })).toBe('The data lean to features.')
  expect(describeLeaning({ ...shape, length: 10 })).toContain('lean to neither')
  expect(describeLeaning({ ...shape, length: 0, candidates: 0 })).toContain('Nothing in view was measured')
  expect(describeLeaning(null)).toBe('No period has closed yet, so the data lean nowhere.')
  expect(describeLeaning({ ...shape, length: 9, candidates: 10 })).toBe(
    '10 endpoints in view are too few for 3 picks a question to tell. 2 picks could.',
  )
  expect(describeLeaning({ ...shape, asked: shortlistLists.slice(4) })).toContain('Questions 1 to 3')
  expect(describeShortlistRule(shape)).toBe(
    '6 lists of 3 name between 3 and 18 endpoints: up to 8 the list is short and leaves room for features, from 13 on it is long and reliability comes first.',
  )
  expect(describeShortlistRule({ ...shape, asked: shortlistLists.slice(0, 4) })).toContain('between 3 and 12')
  expect(describeShortlistRule({ ...shape, asked: [] })).toBeNull()
})

it('an empty list is good news only where something was asked for', () => {
  const endpoints = { inView: 4, asked: 4 }
  const of = (list: 'most-broken' | 'deepest' | 'least-available' | 'slowest', over = {}) =>
    describeEmptyList({ list, states: ['fulfilled'], endpoints, span: 'P11', ...over })
  expect(of('most-broken')).toEqual({ says: 'No budget was broken in P11.', isGood: true })
  expect(of('deepest', { states: ['no-data'] })).toEqual({
    says: 'No measurements have arrived for anything in view in P11.',
    isGood: false,
  })
  expect(of('deepest', { states: ['no-traffic'] }).isGood).toBe(false)
  expect(of('deepest', { states: [] }).says).toContain('No SLO is set')
  expect(of('least-available')).toEqual({ says: 'No request in view failed in P11.', isGood: true })
  expect(of('slowest').isGood).toBe(false)
  for (const list of ['most-broken', 'slowest'] as const)
    expect(of(list, { span: null })).toEqual({ says: 'No period has closed yet.', isGood: false })
  expect(of('slowest', { endpoints: { inView: 4, asked: 0 } }).says).toContain('had a request')
  expect(of('least-available', { endpoints: { inView: 0, asked: 0 } }).says).toContain('have arrived for P11')
})
