import { Link } from '@tanstack/react-router'

import type { Expectation } from '../../contract/expectations.ts'
import { metricWords, type ExpectationMetric } from '../../domain/expectation-metric.ts'
import { formatMonth } from '../../domain/month.ts'
import { deliveryPaths } from '../../url/delivery-paths.ts'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import { paths } from '../../url/paths.ts'
import { State } from './expectation-columns.tsx'
import { signalValue, stakeholderWords, targetText } from './expectation-words.ts'
import styles from './expectations.module.css'

export function ExpectationFacts({ expectation }: Readonly<{ expectation: Expectation }>) {
  const { stakeholder, owner, capability, outcome, signal, wayToTest, source, baseline, base, unit } =
    expectation
  return (
    <dl className={styles['facts']}>
      <dt>State</dt>
      <dd>{expectation.isWithdrawn ? 'Withdrawn' : <State expectation={expectation} />}</dd>
      <dt>Whose, owner</dt>
      <dd>
        {stakeholderWords[stakeholder]}; {owner}
      </dd>
      <dt>Capability</dt>
      <dd>{capability}</dd>
      <dt>Outcome</dt>
      <dd>{outcome}</dd>
      <dt>Signal</dt>
      <dd>{signal}</dd>
      <dt>Target</dt>
      <dd>
        {targetText(expectation.target, unit)}, by the end of {formatMonth(expectation.checkpoint)}
      </dd>
      {baseline !== null && (
        <>
          <dt>Before</dt>
          <dd>
            {base === null ? 'Not known' : signalValue(base, unit)}, {formatMonth(baseline.from)} to{' '}
            {formatMonth(baseline.to)}
          </dd>
        </>
      )}
      <dt>Source</dt>
      <dd>
        {source.kind === 'metric' ? (
          <>
            <MetricLink metric={source.metric} />: {metricWords[source.metric].says.toLowerCase()}; a value is{' '}
            {source.overPeriods === 1 ? 'one closed period' : `${source.overPeriods} closed periods`}
          </>
        ) : (
          'Entered by people, month by month'
        )}
      </dd>
      {wayToTest !== '' && (
        <>
          <dt>Tested by</dt>
          <dd>{wayToTest}</dd>
        </>
      )}
    </dl>
  )
}

function MetricLink({ metric }: Readonly<{ metric: ExpectationMetric }>) {
  const { name } = metricWords[metric]
  switch (metric) {
    case 'services-within-budget':
      return (
        <Link className="link" {...indicatorPaths.keptBudgets()}>
          {name}
        </Link>
      )
    case 'reliability-tickets':
      return (
        <Link className="link" {...indicatorPaths.supportTickets()}>
          {name}
        </Link>
      )
    case 'teams-on-call':
      return (
        <Link className="link" {...indicatorPaths.onCallRotations()}>
          {name}
        </Link>
      )
    case 'slo-changes':
      return (
        <Link className="link" {...paths.catalog()}>
          {name}
        </Link>
      )
    case 'deployment-failure-rate':
    case 'deployment-recovery':
      return (
        <Link className="link" {...deliveryPaths.delivery({})}>
          {name}
        </Link>
      )
    case 'incidents':
    case 'median-recovery':
    case 'not-detected-internally':
      return (
        <Link className="link" {...indicatorPaths.recoveryTrend()}>
          {name}
        </Link>
      )
  }
}
