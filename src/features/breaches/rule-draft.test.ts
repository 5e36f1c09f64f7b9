import { expect, test } from 'vitest'

import { ruleViewCodec } from '../../url/rule-view.ts'
import { draftOf, inForceWords } from './rule-draft.ts'

const own = {
  windowMinutes: 90,
  shareOfWindowBudgetPercent: 300,
  evaluationMinutes: 15,
  snoozeMinutes: 1440,
}
const untouched = ruleViewCodec.parse({})

test('a draft begins as the rule in force, and keeps what was typed', () => {
  expect(draftOf(untouched, own)).toEqual(own)
  expect(draftOf({ ...untouched, snoozeMinutes: 0 }, own)).toEqual({ ...own, snoozeMinutes: 0 })
  expect(draftOf(untouched, null)).toMatchObject({ shareOfWindowBudgetPercent: 200 })
})

test('what is in force is a sentence with spans as people say them', () => {
  const said = inForceWords({ rule: own, defaults: [] }).replaceAll(/\s/g, ' ')
  expect(said).toBe(
    'In force: more than 300 % of a window’s budget within 1 h 30 min, looked at every 15 min, silent for 1 d after an alert.',
  )
  expect(inForceWords({ rule: { ...own, snoozeMinutes: 0 }, defaults: [] })).toContain('never silent')
})
