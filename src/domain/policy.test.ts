import { describe, expect, it } from 'vitest'

import {
  automationOf,
  boundFromHour,
  conditionKinds,
  conditionLetter,
  consequenceKinds,
  consequenceLetter,
  hoursOfLength,
  boundUntilHour,
  isInForce,
  isSeenInBudgets,
  policyStates,
  type ConditionKind,
} from './policy.ts'
import { hourFromIso } from './hours.ts'
import { silverBulletsLeft, thawTaxDays } from './policy-counters.ts'
import { goldenCase } from './testing/golden.ts'

/** The kinds, with what tells A from B and E from F. */
const told: Readonly<Partial<Record<ConditionKind, readonly (readonly [number, string | null])[]>>> = {
  depleted: [
    [100, null],
    [70, null],
  ],
  'depleted-within': [
    [30, '24h'],
    [50, '7d'],
  ],
}
const conditions = conditionKinds.flatMap((kind) =>
  (told[kind] ?? [[50, null]]).map(([depletedPercent, within]) => ({ kind, depletedPercent, within })),
)

describe('conditions', () => {
  const lettersThat = (isSeen: boolean) =>
    conditions
      .filter(({ kind }) => isSeenInBudgets(kind) === isSeen)
      .map(conditionLetter)
      .filter((letter) => letter !== null)
      .toSorted()

  it('GC-POL-04: budgets tell of A, B, E and F', () => {
    const golden = goldenCase('GC-POL-04')
    expect(lettersThat(true)).toEqual(golden.value('expected', 'basic_automation'))
    expect(lettersThat(false)).toEqual(golden.value('expected', 'needs_addon'))
  })
})

describe('consequences', () => {
  const lettersOf = (wanted: readonly string[]) =>
    consequenceKinds
      .filter((kind) => wanted.includes(automationOf(kind)))
      .map(consequenceLetter)
      .filter((letter) => letter !== null)
      .toSorted()

  it('GC-POL-05: three can be done by a tool, and three of the others leave a trace', () => {
    const golden = goldenCase('GC-POL-05')
    expect(lettersOf(['automatable'])).toEqual(golden.value('expected', 'automatable'))
    expect(lettersOf(['traceable', 'by-people'])).toEqual(golden.value('expected', 'not_automatable'))
    expect(lettersOf(['traceable'])).toEqual(golden.value('expected', 'traceable_of_those'))
  })
})

describe('counters', () => {
  it('GC-POL-07: each day with a release in a stop is taxed', () => {
    const golden = goldenCase('GC-POL-07')
    const [days, tax] = ['violating_release_days', 'thaw_tax_days'].map((name) =>
      golden.number('inputs', name),
    )
    expect(thawTaxDays(days ?? 0, tax ?? 0)).toBe(golden.number('expected', 'added_ban_days'))
  })

  it('GC-POL-08: no silver bullet left lifts no ban', () => {
    const golden = goldenCase('GC-POL-08')
    expect(silverBulletsLeft(golden.number('inputs', 'per_year'), golden.number('inputs', 'used'))).toEqual({
      left: golden.number('expected', 'left'),
      mayLiftBan: golden.flag('expected', 'may_lift_ban'),
    })
  })

  it('more used than there were leave none, not fewer', () => {
    expect(silverBulletsLeft(3, 5)).toEqual({ left: 0, mayLiftBan: false })
  })
})

describe('a policy', () => {
  const day = (iso: string) => hourFromIso(`${iso}T00:00:00Z`) ?? Number.NaN

  it('binds from its day on while it is enacted or looked at again, and in no other state', () => {
    const inForceAt = (hour: number) =>
      policyStates.filter((state) => isInForce({ state, enactedOn: '2026-03-01' }, hour))
    expect(inForceAt(day('2026-03-01') - 1)).toEqual([])
    expect(inForceAt(day('2026-03-01'))).toEqual(['enacted', 'in-review'])
    expect(boundFromHour({ state: 'enacted', enactedOn: null })).toBeNull()
  })

  it('bound from its day to the one it was retired on, where that is known', () => {
    const retired = { state: 'retired', enactedOn: '2026-03-01' } as const
    expect(boundFromHour(retired)).toBe(day('2026-03-01'))
    expect(boundUntilHour(retired)).toBeNull()
    expect(boundUntilHour({ ...retired, retiredOn: '2026-10-05' })).toBe(day('2026-10-05'))
    expect(boundUntilHour({ ...retired, state: 'enacted' })).toBe(Infinity)
  })

  it.each([
    ['24h', 24],
    ['7d', 168],
    ['2w', 336],
    ['0d', null],
    ['a week', null],
  ])('%s is %s hours', (length, hours) => {
    expect(hoursOfLength(length)).toBe(hours)
  })
})
