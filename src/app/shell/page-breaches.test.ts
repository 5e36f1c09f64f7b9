import { expect, test } from 'vitest'

import { budgetKey, newlyBurning, pageBreaches } from './page-breaches.ts'

const budget = (sloId: string, team: string, severity: 'page' | 'ticket' | null) => ({
  sloId,
  deployment: 'north',
  team,
  burning: severity && { rate: 20, longHours: 1, severity },
})

const mine = budget('a', 'buying', 'page')
const theirs = budget('b', 'finding', 'page')
const ticket = budget('c', 'buying', 'ticket')

test('only what pages is told, of the own teams, or of all where there are none', () => {
  const all = [mine, theirs, ticket, budget('d', 'buying', null)]
  expect(pageBreaches(all, ['buying'])).toEqual([mine])
  expect(pageBreaches(all, [])).toEqual([mine, theirs])
})

test('nothing is told when the page is opened, a new one once, and one that comes back again', () => {
  expect(newlyBurning(null, [mine])).toEqual([])
  expect(newlyBurning(new Set([budgetKey(mine)]), [mine, theirs])).toEqual([theirs])
  expect(newlyBurning(new Set(), [mine])).toEqual([mine])
})
