import { describe, expect, it } from 'vitest'

import { closedStates, isUnmeasured, openStates, statesBySeverity, worstState } from './state.ts'

describe('states', () => {
  it('are ranked all, each once', () => {
    expect([...statesBySeverity].sort()).toEqual([...new Set([...openStates, ...closedStates])].sort())
  })

  it('tell a silence of the meters from a silence of users, and from hours that stopped arriving', () => {
    expect(isUnmeasured({ state: 'no-data', total: 0 })).toBe(true)
    expect(isUnmeasured({ state: 'no-data', total: 12 })).toBe(false)
    expect(isUnmeasured({ state: 'no-traffic', total: 0 })).toBe(false)
  })

  it('of a group are as bad as its worst, and of nothing are none', () => {
    expect(worstState(['healthy', 'at-risk', 'no-data'])).toBe('at-risk')
    expect(worstState(['fulfilled', 'broken'])).toBe('broken')
    expect(worstState([])).toBeNull()
  })
})
