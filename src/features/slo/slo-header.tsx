import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { catalogQueries } from '../../api/catalog-queries.ts'
import type { BudgetHistory } from '../../contract/budget-history.ts'
import type { PeriodBudgetOnWire } from '../../contract/budget.ts'
import { formatBurnRate, formatTarget } from '../../domain/format.ts'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { thresholdWords } from '../../ui/slo-words.ts'
import { StateBadge } from '../../ui/state-badge.tsx'
import { Time } from '../../ui/time.tsx'
import { paths } from '../../url/paths.ts'

import { FeedLine } from './feed-line.tsx'
import { highestBurning } from './highest-burning.ts'
import styles from './slo-header.module.css'
import { VerdictStrip } from './verdict-strip.tsx'

type SloHeaderProps = Readonly<{
  history: BudgetHistory
  /** Every period of the current year; empty until it is known. */
  verdicts: readonly PeriodBudgetOnWire[]
}>

/** Who promises what, how it stands now, and how it went this year. */
export function SloHeader({ history, verdicts }: SloHeaderProps) {
  const { endpoint, sliName, target, service, sli, deployment, thresholdMs } = history
  const current = verdicts.findLast(({ period }) => period.isOpen) ?? openPeriod(history)
  const burning = highestBurning(history)
  const promise = `${sliName} ${formatTarget(target)}${NARROW_SPACE}%${thresholdMs === null ? '' : ` ${thresholdWords(thresholdMs)}`}`
  const name = [endpoint.verb, endpoint.path].filter(Boolean).join(' ')
  return (
    <PageHeader
      title={`${name} ${promise}, ${deployment}`}
      heading={
        <>
          <EndpointName {...endpoint} /> <span className={styles['promise']}>{promise}</span>
        </>
      }
      lede={
        <>
          <span>
            <Link className="link" {...paths.budgets({ service, sli, deployment })}>
              {service}
            </Link>{' '}
            in {deployment}
            <Everywhere history={history} />
          </span>
          {current && <StateBadge state={current.state} />}
          {burning !== null && (
            <>
              <StateBadge state="burning">Burning, {formatBurnRate(burning)}×</StateBadge>
              <Link className="link" {...paths.onCall({ selected: history })}>
                On call
              </Link>
            </>
          )}
          <Agreement history={history} />
          <FeedLine sloId={history.sloId} deployment={deployment} />
        </>
      }
      end={<VerdictStrip verdicts={verdicts} history={history} />}
    />
  )
}

/** Is it only here? Asked where the SLO is kept elsewhere too. */
function Everywhere({ history: { sloId, team, service, sli, sloSlug } }: Pick<SloHeaderProps, 'history'>) {
  const places = useQuery(catalogQueries.slo(sloId)).data?.deployments ?? []
  if (places.length < 2) return null
  return (
    <>
      {', '}
      <Link className="link" {...paths.explore({ team, service, sli, slo: sloSlug })}>
        all deployments
      </Link>
    </>
  )
}

function openPeriod({ periods }: BudgetHistory): PeriodBudgetOnWire | undefined {
  return periods.findLast(({ budget }) => budget.period.isOpen)?.budget
}

/** Whether it was agreed for this endpoint, how much it matters, and since when it has been so. */
function Agreement({ history: { flavor, priority, versions } }: Readonly<{ history: BudgetHistory }>) {
  const inForce = versions.at(-1)
  return (
    <span className={styles['agreement']}>
      {flavor === 'explicit' ? 'Explicit SLO' : 'Default SLO of the service'}
      {priority !== null && `, priority ${priority}`}
      {inForce && (
        <>
          , in force since <Time at={inForce.effectiveFrom} form="date" /> {inForce.effectiveFrom.slice(0, 4)}
        </>
      )}
    </span>
  )
}
