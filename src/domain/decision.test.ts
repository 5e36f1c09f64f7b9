import * as fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'

import { canonicalJson } from './canonical-json.ts'
import {
  agreedOn,
  decisionState,
  decisionStates,
  effectDue,
  effectiveFrom,
  effectState,
  isDecider,
  mayFollow,
  statesFor,
  type SignedVersion,
} from './decision.ts'
import { dayText } from './day.ts'

const signed: SignedVersion = {
  isDraft: false,
  signedOn: ['2026-10-02', '2026-10-05'],
  validFrom: null,
}
const today = '2026-11-18'
const standing = { isWithdrawn: false, supersededFrom: null, today }
const later = '2026-12-01'

describe('a decision', () => {
  it('is agreed on the day the last of its deciders signed', () => {
    expect(agreedOn(signed)).toBe('2026-10-05')
    expect(agreedOn({ ...signed, signedOn: ['2026-10-02', null] })).toBeNull()
    expect(agreedOn({ ...signed, signedOn: [] })).toBeNull()
    expect(agreedOn({ ...signed, isDraft: true })).toBeNull()
  })

  it('holds from then on, or from the later day it names', () => {
    expect(effectiveFrom(signed)).toBe('2026-10-05')
    expect(effectiveFrom({ ...signed, validFrom: '2026-01-01' })).toBe('2026-10-05')
    expect(effectiveFrom({ ...signed, validFrom: later })).toBe(later)
  })

  it.each([
    ['draft', { ...signed, isDraft: true }, standing],
    ['in-review', { ...signed, signedOn: ['2026-10-02', null] }, standing],
    ['agreed', { ...signed, validFrom: later }, standing],
    ['effective', signed, standing],
    ['effective', signed, { ...standing, supersededFrom: later }],
    ['superseded', signed, { ...standing, supersededFrom: today }],
    ['withdrawn', signed, { ...standing, isWithdrawn: true, supersededFrom: today }],
  ] as const)('is %s', (state, version, circumstances) => {
    expect(decisionState(version, circumstances)).toBe(state)
  })

  it('changes no more once it is superseded or withdrawn, and is signed only in review', () => {
    expect(statesFor('change')).toEqual(['draft', 'in-review', 'agreed', 'effective'])
    expect(statesFor('sign')).toEqual(['in-review'])
    expect(statesFor('supersede')).toEqual(['agreed', 'effective'])
    expect(decisionStates.filter((state) => mayFollow(state, 'check-effect'))).toEqual([
      'effective',
      'superseded',
    ])
  })
})

const day = fc.integer({ min: 20_000, max: 21_000 }).map(dayText)
const version = fc.record({
  isDraft: fc.boolean(),
  signedOn: fc.array(fc.option(day), { maxLength: 4 }),
  validFrom: fc.option(day),
})

test('a signature more never makes what holds hold no more, and one that is missing keeps it in review', () => {
  fc.assert(
    fc.property(version, day, (one, now) => {
      const circumstances = { isWithdrawn: false, supersededFrom: null, today: now }
      const state = decisionState(one, circumstances)
      const isComplete = one.signedOn.length > 0 && one.signedOn.every((signature) => signature !== null)
      expect(state === 'agreed' || state === 'effective').toBe(isComplete && !one.isDraft)
      const withoutLast = { ...one, signedOn: [...one.signedOn, null] }
      expect(['draft', 'in-review']).toContain(decisionState(withoutLast, circumstances))
    }),
  )
})

test('as days go by a decision only goes on: agreed, effective, superseded', () => {
  const order = ['agreed', 'effective', 'superseded']
  fc.assert(
    fc.property(
      fc.array(day, { minLength: 1, maxLength: 3 }),
      fc.option(day),
      fc.option(day),
      day,
      day,
      (signedOn, validFrom, supersededFrom, first, second) => {
        const stateOn = (now: string) =>
          order.indexOf(
            decisionState(
              { isDraft: false, signedOn, validFrom },
              { isWithdrawn: false, supersededFrom, today: now },
            ),
          )
        const [earlier, after] = [first, second].toSorted()
        expect(stateOn(earlier ?? first)).toBeLessThanOrEqual(stateOn(after ?? second))
      },
    ),
  )
})

test('the effect is looked at on its day, again where that was agreed, and no more after the last look', () => {
  expect(effectDue('2026-11-01', null)).toBe('2026-11-01')
  expect(effectDue('2026-11-01', { heldOn: '2026-11-03', nextOn: null })).toBeNull()
  expect(effectDue('2026-11-01', { heldOn: '2026-11-03', nextOn: '2027-02-01' })).toBe('2027-02-01')
  expect(effectDue('2027-01-01', { heldOn: '2026-11-03', nextOn: null })).toBe('2027-01-01')
  const state = 'effective'
  expect(effectState({ due: '2026-11-18', last: null, state }, today)).toBe('due')
  expect(effectState({ due: '2026-11-19', last: null, state }, today)).toBe('later')
  expect(effectState({ due: '2026-11-01', last: null, state: 'in-review' }, today)).toBe('later')
  expect(effectState({ due: '2026-11-01', last: null, state: 'withdrawn' }, today)).toBeNull()
  expect(effectState({ due: null, last: { heldOn: today, nextOn: null }, state }, today)).toBe('checked')
  expect(effectState({ due: null, last: null, state }, today)).toBeNull()
})

test('a decider is known by the id where there is one, else by name, however it is spaced', () => {
  const ada = { id: 'p-1', name: 'Ada Brandt' }
  expect(isDecider({ name: 'Somebody', person: 'p-1' }, ada)).toBe(true)
  expect(isDecider({ name: 'Ada Brandt', person: 'p-2' }, ada)).toBe(false)
  expect(isDecider({ name: ' ada  brandt ', person: null }, ada)).toBe(true)
  expect(isDecider({ name: 'Ada', person: null }, ada)).toBe(false)
})

test('canonical content is the same however a store orders its fields, and another where a value is', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'x' }], a: true })).toBe(
    '{"a":true,"b":[1,{"c":"x","d":null}]}',
  )
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).toReversed())
      expect(canonicalJson(reversed)).toBe(canonicalJson(value))
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
