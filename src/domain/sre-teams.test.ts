import * as fc from 'fast-check'
import { expect, test } from 'vitest'

import { sreTeamsFor } from './sre-teams.ts'
import { goldenCase } from './testing/golden.ts'

test.each(['GC-SCALE-1', 'GC-SCALE-8', 'GC-SCALE-9', 'GC-SCALE-16', 'GC-SCALE-23', 'GC-SCALE-24'])(
  '%s: so many development teams need so many SRE teams',
  (id) => {
    const golden = goldenCase(id)
    const asked = golden.number('inputs', 'development_teams')
    expect(sreTeamsFor(asked, golden.number('inputs', 'sre_team_size'))).toBe(
      golden.number('expected', 'sre_teams'),
    )
  },
)

test('there are enough of them, and not one too many', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.integer({ min: 1, max: 50 }), (teams, size) => {
      const needed = sreTeamsFor(teams, size)
      expect(needed * size).toBeGreaterThanOrEqual(teams)
      expect((needed - 1) * size).toBeLessThan(Math.max(teams, 1))
    }),
  )
})
