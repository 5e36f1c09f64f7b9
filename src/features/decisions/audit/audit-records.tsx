import type { DecisionRow } from '../../../contract/decision-answers.ts'
import { formatDay } from '../../../domain/day.ts'
import { formatCount } from '../../../domain/format.ts'
import { Notice } from '../../../ui/notice.tsx'
import { StateGlyph } from '../../../ui/state-glyph.tsx'
import { CellLink } from '../../../url/cell-link.tsx'
import { decisionPaths } from '../../../url/decision-paths.ts'
import { stateMarks, stateWords } from '../records/decision-words.ts'
import { PlainTable } from '../plain-table.tsx'
import styles from './audit.module.css'

/** Every record with everybody who decides, and whether each has signed. */
export function AuditRecords({ rows }: Readonly<{ rows: readonly DecisionRow[] }>) {
  if (rows.length === 0)
    return (
      <Notice kind="missing" title="No decision about it is recorded">
        Who agreed to its SLOs stands above, with each of them.
      </Notice>
    )
  const signed = rows.filter(({ agreedOn }) => agreedOn !== null).length
  return (
    <>
      <p>
        {formatCount(signed)} of {formatCount(rows.length)} {rows.length === 1 ? 'record is' : 'records are'}{' '}
        signed by all.
      </p>
      <PlainTable name="Decisions about it" heads={['Decision', 'State', 'Who decides', 'Signed by all']}>
        {rows.map(({ id, title, state, deciders, agreedOn }) => (
          <tr key={id}>
            <th scope="row">
              <CellLink className="link" {...decisionPaths.record(id)}>
                {title}
              </CellLink>
            </th>
            <td>
              <span className={styles['state']}>
                <StateGlyph state={stateMarks[state]} />
                {stateWords[state]}
              </span>
            </td>
            <td>
              {deciders
                .map(
                  ({ name, role, signedAt }) => `${name}, ${role}${signedAt === null ? ' (not signed)' : ''}`,
                )
                .join('; ')}
            </td>
            <td>{agreedOn === null ? 'Not yet' : formatDay(agreedOn)}</td>
          </tr>
        ))}
      </PlainTable>
    </>
  )
}
