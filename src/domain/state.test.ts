import { describe, expect, it } from 'vitest'

import { closedStates, openStates, statesBySeverity, worstState } from './state.ts'

describe('states', () => {
  it('are ranked all, each once', () => {
    expect([...statesBySeverity].sort()).toEqual([...new Set([...openStates, ...closedStates])].sort())
  })

  it('of a group are as bad as its worst, and of nothing are none', () => {
    expect(worstState(['healthy', 'at-risk', 'no-data'])).toBe('at-risk')
    expect(worstState(['fulfilled', 'broken'])).toBe('broken')
    expect(worstState([])).toBeNull()
  })
})
