import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { dependencyStrengths, failureModes } from './composition.ts'
import {
  counts,
  formatDependencyAnswers,
  parseDependencyAnswers,
  unanswered,
  type DependencyAnswer,
} from './dependency-answers.ts'

const anyAnswer: fc.Arbitrary<DependencyAnswer> = fc.record({
  name: fc
    .string({ minLength: 1, maxLength: 30 })
    .map((name) => name.replaceAll('~', ' ').trim())
    .filter((name) => name !== ''),
  strength: fc.option(fc.constantFrom(...dependencyStrengths)),
  hasAdaptiveCapacity: fc.boolean(),
  failure: fc.constantFrom(...failureModes),
  promise: fc.option(fc.constantFrom(0.5, 0.99, 0.9995, 1)),
  isKept: fc.option(fc.boolean()),
})

describe('what was said of dependencies', () => {
  it('comes back from an address as it was', () => {
    const distinct = fc.uniqueArray(anyAnswer, { maxLength: 6, selector: ({ name }) => name })
    fc.assert(
      fc.property(distinct, (answers) => {
        expect(parseDependencyAnswers(formatDependencyAnswers(answers))).toEqual(answers)
      }),
    )
  })

  it('never throws at what is none, and makes no name of nothing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        for (const { name, promise } of parseDependencyAnswers(text)) {
          expect(name).not.toBe('')
          expect(promise ?? 1).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('holds as it was said last', () => {
    const soft = { ...unanswered('holds'), strength: 'soft' as const }
    expect(parseDependencyAnswers(formatDependencyAnswers([unanswered('holds'), soft]))).toEqual([soft])
  })

  it('counts as strong, uncaught and apart where nobody said anything', () => {
    expect(counts(unanswered('holds'))).toEqual({
      strength: 'strong',
      hasAdaptiveCapacity: false,
      failure: 'apart',
    })
  })
})
