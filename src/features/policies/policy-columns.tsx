import type { ReactNode } from 'react'

import type { PolicyOnWire } from '../../contract/policies.ts'
import { policyStateWords } from '../../domain/describe-policies.ts'
import { clauseStatuses } from '../../domain/policy-enactment.ts'
import { Absent } from '../../ui/absent.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { clauseStatusWords, policyStateGlyphs } from '../../ui/policy-words.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { CellLink } from '../../url/cell-link.tsx'
import { paths } from '../../url/paths.ts'
import { ClauseStatusMark } from './clause-status.tsx'
import { boundWords, nextReviewWords } from './policy-text.ts'
import styles from './policies.module.css'

export type PolicyRow = Readonly<{ id: string; team: string; teamName: string }> &
  (Readonly<{ policy: PolicyOnWire }> | Readonly<{ policy: null; isHidden: boolean }>)

type Cell = (policy: PolicyOnWire) => ReactNode

/** What a team without a policy has nothing of. */
const ofPolicy = (cell: Cell) => {
  return function PolicyCell(row: PolicyRow): ReactNode {
    return row.policy === null ? <Absent reason={whyNone(row)} /> : cell(row.policy)
  }
}

const whyNone = (row: PolicyRow) =>
  row.policy === null && row.isHidden ? 'The team keeps its policy to itself' : 'The team has no policy'

export const policyColumns: readonly Column<PolicyRow>[] = [
  {
    id: 'team',
    header: 'Team',
    isRowHeader: true,
    width: '140px',
    cell: ({ team, teamName, policy }) => (
      <TwoLines
        first={
          <CellLink className="link" {...paths.policy(team)}>
            {teamName}
          </CellLink>
        }
        second={policy !== null && `${policy.services.length} services`}
      />
    ),
  },
  { id: 'state', header: 'State', width: '160px', cell: (row) => <State row={row} /> },
  {
    id: 'clauses',
    header: 'Clauses met now',
    width: '250px',
    cell: ofPolicy((policy) => <Met policy={policy} />),
  },
  {
    id: 'review',
    header: 'Next review',
    width: '215px',
    cell: ofPolicy((policy) => <Review policy={policy} />),
  },
  {
    id: 'agreed',
    header: 'Agreed by',
    width: '205px',
    cell: ofPolicy(({ agreedBy }) =>
      agreedBy.length === 0 ? <Absent reason="Nobody has agreed yet" /> : <Cut words={agreedBy.join(', ')} />,
    ),
  },
  {
    id: 'escalation',
    header: 'Who breaks ties',
    width: '200px',
    cell: ofPolicy(({ escalation }) => <Cut words={escalation.join(', then ')} />),
  },
]

function State({ row }: Readonly<{ row: PolicyRow }>) {
  if (row.policy === null) {
    return <span className="muted">{row.isHidden ? 'Kept to the team' : 'None'}</span>
  }
  const { state } = row.policy
  const glyph = policyStateGlyphs[state]
  return (
    <TwoLines
      first={
        <span className={styles['mark']}>
          {glyph !== undefined && <StateGlyph state={glyph} />}
          {policyStateWords[state]}
        </span>
      }
      second={boundWords(row.policy).replace(/^[ ,]+/, '') || false}
    />
  )
}

/** How many, and the most pressing of them; of a policy that binds nobody what would be met. */
function Met({ policy: { clauses, isInForce, state } }: Readonly<{ policy: PolicyOnWire }>) {
  const met = clauses.filter(({ metCount, status }) =>
    isInForce ? status !== null && status !== 'not-met' : (metCount ?? 0) > 0,
  )
  if (!isInForce) {
    return (
      <TwoLines
        first={<span className="muted">Binds nobody {state === 'retired' ? 'any more' : 'yet'}</span>}
        second={state !== 'retired' && met.length > 0 && `${met.length} of ${clauses.length} would be met`}
      />
    )
  }
  if (met.length === 0) return `None of ${clauses.length}`
  const pressing = clauseStatuses.find(
    (status) => status !== 'not-met' && met.some((one) => one.status === status),
  )
  return (
    <TwoLines
      first={`${met.length} of ${clauses.length}: ${met.map(({ name }) => name).join(', ')}`}
      second={
        pressing !== undefined && <ClauseStatusMark status={pressing} words={clauseStatusWords[pressing]} />
      }
    />
  )
}

function Review({ policy }: Readonly<{ policy: PolicyOnWire }>) {
  const { isReviewOverdue } = policy
  const words = nextReviewWords(policy)
  if (words === null) return <Absent reason="No review is agreed" />
  const [first, second] = words
  return (
    <TwoLines
      first={
        isReviewOverdue ? (
          <span className={`${styles['mark']} ${styles['pressing']}`}>
            <StateGlyph state="at-risk" />
            Overdue since {first}
          </span>
        ) : (
          first
        )
      }
      second={second ?? false}
    />
  )
}

function Cut({ words }: Readonly<{ words: string }>) {
  return (
    <span className={styles['lines']} title={words}>
      {words}
    </span>
  )
}
