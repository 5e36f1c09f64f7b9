import type { DecisionRow } from '../../../contract/decision-answers.ts'
import { formatDay } from '../../../domain/day.ts'
import { Absent } from '../../../ui/absent.tsx'
import type { Column } from '../../../ui/data-table.tsx'
import { StateGlyph } from '../../../ui/state-glyph.tsx'
import { TwoLines } from '../../../ui/two-lines.tsx'
import { CellLink } from '../../../url/cell-link.tsx'
import { decisionPaths } from '../../../url/decision-paths.ts'
import { categoryWords, resultWords, stateMarks, stateWords, workflowWords } from './decision-words.ts'
import styles from './decisions.module.css'

/** Of an instant in UTC. */
const DAY_LENGTH = 10

export const decisionColumns: readonly Column<DecisionRow>[] = [
  {
    id: 'title',
    header: 'Decision',
    isRowHeader: true,
    sortable: true,
    width: '308px',
    cell: ({ id, title, decision }) => (
      <TwoLines
        first={
          <CellLink className={styles['title']} title={title} {...decisionPaths.record(id)}>
            {title}
          </CellLink>
        }
        second={decision === '' ? 'Nothing is decided yet' : decision}
      />
    ),
  },
  {
    id: 'state',
    header: 'State',
    sortable: true,
    width: '120px',
    cell: (row) => (
      <TwoLines
        first={
          <span className={styles['state']}>
            <StateGlyph state={stateMarks[row.state]} />
            {stateWords[row.state]}
          </span>
        }
        second={stateNote(row)}
      />
    ),
  },
  {
    id: 'category',
    header: 'Category',
    sortable: true,
    width: '150px',
    cell: ({ category, workflow }) => (
      <TwoLines first={categoryWords[category]} second={workflow !== null && workflowWords[workflow]} />
    ),
  },
  {
    id: 'team',
    header: 'Of',
    sortable: true,
    width: '120px',
    cell: ({ subject }) => (
      <TwoLines first={subject.teamName ?? 'Organization'} second={subject.service ?? false} />
    ),
  },
  {
    id: 'deciders',
    header: 'Decided by',
    width: '136px',
    cell: ({ deciders }) => <Deciders deciders={deciders} />,
  },
  {
    id: 'effective',
    header: 'Holds from',
    sortable: true,
    width: '100px',
    cell: ({ effectiveFrom, state }) =>
      state === 'withdrawn' || effectiveFrom === null ? (
        <Absent reason={whyNot(state)} />
      ) : (
        formatDay(effectiveFrom)
      ),
  },
  {
    id: 'effect',
    header: 'Effect',
    sortable: true,
    width: '140px',
    cell: ({ effect }) => <Effect effect={effect} />,
  },
  {
    id: 'changed',
    header: 'Last changed',
    sortable: true,
    width: '106px',
    cell: ({ at, by }) => <TwoLines first={formatDay(at.slice(0, DAY_LENGTH))} second={by} />,
  },
]

function whyNot(state: DecisionRow['state']): string {
  if (state === 'withdrawn') return 'It was withdrawn'
  return state === 'draft' ? 'A draft' : 'Not everybody has signed'
}

function stateNote({ state, standingVersion, deciders, supersededBy, isDeviating }: DecisionRow) {
  if (state === 'in-review') {
    const signed = deciders.filter(({ signedAt }) => signedAt !== null).length
    return standingVersion === null
      ? `${signed} of ${deciders.length} signed`
      : `version ${standingVersion} holds`
  }
  if (state === 'superseded' && supersededBy !== null) return false
  return isDeviating && 'otherwise than the data'
}

function Deciders({ deciders }: Pick<DecisionRow, 'deciders'>) {
  const [first, ...others] = deciders
  if (first === undefined) return <Absent reason="Nobody is named yet" />
  return (
    <span title={deciders.map(({ name, role }) => `${name}, ${role}`).join('; ')}>
      <TwoLines
        first={first.name}
        second={
          others.length === 0
            ? first.role
            : others.length === 1
              ? `and ${others[0]?.name ?? ''}`
              : `and ${others.length} others`
        }
      />
    </span>
  )
}

function Effect({ effect }: Pick<DecisionRow, 'effect'>) {
  if (effect === null) return <Absent reason="Nobody agreed to look at it" />
  const { state, on, result } = effect
  return (
    <span title={effect.hypothesis}>
      <TwoLines
        first={state === 'due' ? <b className={styles['due']}>{formatDay(on)}</b> : formatDay(on)}
        second={
          state === 'checked' && result !== null
            ? resultWords[result]
            : state === 'due'
              ? 'to be looked at'
              : 'to come'
        }
      />
    </span>
  )
}
