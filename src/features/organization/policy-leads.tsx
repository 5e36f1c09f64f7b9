import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { policyQueries } from '../../api/policy-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { EnactmentList } from '../../contract/enactments.ts'
import { formatCount, formatDuration } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { paths } from '../../url/paths.ts'
import { policyPaths } from '../../url/policy-paths.ts'
import type { HomeRange } from './home-range.ts'
import styles from './organization.module.css'

type TeamLeads = EnactmentList['teams'][number]
type PolicyLeadsProps = Readonly<{ range: HomeRange; deployment: readonly string[] }>

/** Whether policies are enacted, and how long it takes from met to done. */
export function PolicyLeads({ range, deployment }: PolicyLeadsProps) {
  const query = useInfiniteQuery(
    policyQueries.enactments({
      from: range.from,
      to: range.to,
      ...(deployment.length > 0 && { deployment: deployment.join(',') }),
    }),
  )
  const teams = query.data?.pages[0]?.teams ?? []
  return (
    <section>
      <div className={styles['head']}>
        <h2>Policies enacted</h2>
        <span className="muted">acknowledged, done: medians</span>
        <Link className="link" {...paths.policies()}>
          All policies
        </Link>
      </div>
      <QueryPanel
        title="Policies enacted"
        query={query}
        skeleton={<Skeleton name="policies enacted" lines={1} />}
      >
        {() =>
          teams.length === 0 ? (
            <p className="muted">No team was bound by an error budget policy in this window.</p>
          ) : (
            <ul className={styles['leads']}>
              {teams.map((team) => (
                <li key={team.team} title={countWords(team)}>
                  <Link
                    className={styles['name']}
                    {...policyPaths.policy(team.team, { range: { from: range.from, to: range.to } })}
                  >
                    {team.teamName}
                  </Link>{' '}
                  <Lead hours={team.hoursToAcknowledge} reason="None was acknowledged" />,{' '}
                  <Lead hours={team.hoursToDone} reason="None is done" />
                </li>
              ))}
            </ul>
          )
        }
      </QueryPanel>
    </section>
  )
}

function countWords({ enactments, passed, onTime, onTimeOf }: TeamLeads): string {
  const met = `Clauses were met ${formatCount(enactments)} times, ${formatCount(passed)} unanswered`
  return onTimeOf === 0
    ? met
    : `${met}; ${formatCount(onTime)} of ${formatCount(onTimeOf)} consequences in time`
}

function Lead({ hours, reason }: Readonly<{ hours: number | null; reason: string }>) {
  return hours === null ? <Absent reason={reason} /> : formatDuration(hours)
}
