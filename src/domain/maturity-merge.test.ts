import fc from 'fast-check'
import { expect, it } from 'vitest'

import { mergeAnswers } from './maturity-merge.ts'

const same = (a: unknown, b: unknown) => a === b

it('takes what only they changed, keeps what only I changed, and names what both did', () => {
  expect(
    mergeAnswers(
      { structure: 'a', testing: 'a', release: 'a', logging: 'a' },
      { structure: 'a', testing: 'mine', release: 'mine', logging: 'both' },
      { structure: 'theirs', testing: 'a', release: 'theirs', logging: 'both', novelty: 'new' },
      same,
    ),
  ).toEqual({
    merged: { structure: 'theirs', testing: 'mine', release: 'mine', logging: 'both', novelty: 'new' },
    taken: ['structure', 'novelty'],
    conflicts: ['release'],
  })
})

it('law: every change of either side is in the result or named as a conflict', () => {
  const answers = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 0, max: 2 }))
  fc.assert(
    fc.property(answers, answers, answers, (base, mine, theirs) => {
      const { merged, conflicts } = mergeAnswers(base, mine, theirs, same)
      for (const aspect of ['a', 'b', 'c']) {
        const isMine = mine[aspect] !== base[aspect]
        const isTheirs = theirs[aspect] !== base[aspect]
        const kept = isTheirs && !isMine ? theirs[aspect] : mine[aspect]
        expect(merged[aspect]).toBe(kept)
        expect(conflicts.includes(aspect)).toBe(isMine && isTheirs && mine[aspect] !== theirs[aspect])
      }
    }),
  )
})
