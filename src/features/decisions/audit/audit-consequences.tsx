import { Link } from '@tanstack/react-router'

import type { Contract } from '../../../contract/contracts.ts'
import type { PolicyOnWire } from '../../../contract/policies.ts'
import { formatDay } from '../../../domain/day.ts'
import { policyStateWords } from '../../../domain/describe-policies.ts'
import { Absent } from '../../../ui/absent.tsx'
import { paths } from '../../../url/paths.ts'
import { PlainTable } from '../plain-table.tsx'

type AuditConsequencesProps = Readonly<{
  policies: readonly PolicyOnWire[]
  contracts: readonly Contract[]
}>

/** What a team does by its policy, and what a contract says is owed. */
export function AuditConsequences({ policies, contracts }: AuditConsequencesProps) {
  const penalties = contracts.filter(({ penalty }) => penalty !== null)
  return (
    <>
      {policies.length === 0 ? (
        <p className="muted">No error budget policy covers it.</p>
      ) : (
        <PlainTable name="Policies" heads={['Policy', 'State', 'In force from', 'Agreed by', 'Next review']}>
          {policies.map(({ slug, name, team, state, enactedOn, agreedBy, reviewDue }) => (
            <tr key={slug}>
              <th scope="row">
                <Link className="link" {...paths.policy(team)}>
                  {name}
                </Link>
              </th>
              <td>{policyStateWords[state]}</td>
              <td>{enactedOn === null ? <Absent reason="It binds nobody yet" /> : formatDay(enactedOn)}</td>
              <td>
                {agreedBy.length === 0 ? <Absent reason="Nobody has agreed yet" /> : agreedBy.join('; ')}
              </td>
              <td>{reviewDue === null ? <Absent reason="None was agreed" /> : formatDay(reviewDue)}</td>
            </tr>
          ))}
        </PlainTable>
      )}
      {penalties.length > 0 && (
        <PlainTable name="Penalties" heads={['Contract', 'Penalty']}>
          {penalties.map(({ slug, name, penalty }) => (
            <tr key={slug}>
              <th scope="row">{name}</th>
              <td>{penalty?.terms}</td>
            </tr>
          ))}
        </PlainTable>
      )}
    </>
  )
}
