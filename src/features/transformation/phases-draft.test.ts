import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { defaultPhases } from '../../domain/board-phases.ts'
import { added, changed, measuresFrom, moved, newPhase, retired, type PhasesDraft } from './phases-draft.ts'

const draft: PhasesDraft = { phases: defaultPhases, retired: [], stuckAfterWeeks: 8 }
const idsOf = ({ phases }: PhasesDraft) => phases.map(({ id }) => id)
const [first] = defaultPhases
if (first === undefined) throw new Error('There is no first phase')

describe('columns while they are changed', () => {
  it('go up and down, and not beyond the ends', () => {
    expect(idsOf(moved(draft, 'logging', -1)).slice(0, 2)).toEqual(['logging', 'induction'])
    expect(idsOf(moved(draft, 'induction', -1))).toEqual(idsOf(draft))
    expect(idsOf(moved(draft, 'stakeholders-notified', 1))).toEqual(idsOf(draft))
  })

  it('come back as they were', () => {
    const renamed = changed(draft, 'logging', { name: 'Logs' })
    const gone = retired(renamed, 'logging')
    expect([idsOf(gone).includes('logging'), gone.retired.map(({ name }) => name)]).toEqual([false, ['Logs']])
    const back = added(gone, first)
    expect(added(gone, gone.retired[0] ?? first).phases.at(-1)?.name).toBe('Logs')
    expect(back.retired).toEqual(gone.retired)
  })

  it('law: however they are moved and retired, each is there once', () => {
    const anyId = fc.constantFrom(...idsOf(draft))
    const step = fc.oneof(
      anyId.map((id) => (one: PhasesDraft) => moved(one, id, 1)),
      anyId.map((id) => (one: PhasesDraft) => moved(one, id, -1)),
      anyId.map((id) => (one: PhasesDraft) => retired(one, id)),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 20 }), (steps) => {
        const end = steps.reduce((one, change) => change(one), draft)
        expect([...end.phases, ...end.retired].map(({ id }) => id).toSorted()).toEqual(
          idsOf(draft).toSorted(),
        )
      }),
    )
  })

  it('are given an id of their own', () => {
    expect(newPhase(draft, 'Logging').id).toBe('logging-2')
    expect(newPhase(draft, 'Überall!').id).toBe('berall')
    expect(newPhase(draft, '!').id).toBe('phase')
  })
})

describe('exit measures', () => {
  const measures = [
    { id: 'a', text: 'one' },
    { id: 'b', text: 'two' },
  ]
  const from = (...lines: string[]) => measuresFrom({ ...first, measures }, lines).map(({ id }) => id)

  it('keep their ids when they change places or words', () => {
    expect([from('two', 'one'), from('one', 'other words'), from('two')]).toEqual([
      ['b', 'a'],
      ['a', 'b'],
      ['b'],
    ])
  })

  it('law: never share an id', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('one', 'two', 'three', ' ', 'four')), (lines) => {
        const ids = from(...lines)
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })
})
