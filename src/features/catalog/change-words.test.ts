import { expect, test } from 'vitest'

import { changesInWords } from './change-words.ts'

test('kinds keep their names and say what there is of each change', () => {
  const none = { newCount: 0, changedCount: 0, goneCount: 0, changes: [] }
  expect(
    changesInWords([
      { ...none, kind: 'SLOs', newCount: 2, goneCount: 1 },
      { ...none, kind: 'Default SLOs', changedCount: 1 },
      { ...none, kind: 'Teams', goneCount: 3 },
    ]),
  ).toBe('SLOs 2 new, 1 archived; default SLOs 1 changed; teams 3 archived')
})
