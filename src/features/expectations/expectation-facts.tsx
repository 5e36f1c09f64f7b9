import { Link } from '@tanstack/react-router'

import type { Expectation } from '../../contract/expectations.ts'
import { metricWords, type ExpectationMetric } from '../../domain/expectation-metric.ts'
import { formatMonth } from '../../domain/month.ts'
import { Fact, FactList } from '../../ui/fact-list.tsx'
import { deliveryPaths } from '../../url/delivery-paths.ts'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import { paths } from '../../url/paths.ts'
import { State } from './expectation-columns.tsx'
import { signalValue, stakeholderWords, targetText } from './expectation-words.ts'

export function ExpectationFacts({ expectation }: Readonly<{ expectation: Expectation }>) {
  const { stakeholder, owner, capability, outcome, signal, wayToTest, source, baseline, base, unit } =
    expectation
  return (
    <FactList>
      <Fact name="State">{expectation.isWithdrawn ? 'Withdrawn' : <State expectation={expectation} />}</Fact>
      <Fact name="Whose, owner">
        {stakeholderWords[stakeholder]}; {owner}
      </Fact>
      <Fact name="Capability">{capability}</Fact>
      <Fact name="Outcome">{outcome}</Fact>
      <Fact name="Signal">{signal}</Fact>
      <Fact name="Target">
        {targetText(expectation.target, unit)}, by the end of {formatMonth(expectation.checkpoint)}
      </Fact>
      {baseline !== null && (
        <Fact name="Before">
          {base === null ? 'Not known' : signalValue(base, unit)}, {formatMonth(baseline.from)} to{' '}
          {formatMonth(baseline.to)}
        </Fact>
      )}
      <Fact name="Source">
        {source.kind === 'metric' ? (
          <>
            <MetricLink metric={source.metric} />: {metricWords[source.metric].says.toLowerCase()}; a value is{' '}
            {source.overPeriods === 1 ? 'one closed period' : `${source.overPeriods} closed periods`}
          </>
        ) : (
          'Entered by people, month by month'
        )}
      </Fact>
      {wayToTest !== '' && <Fact name="Tested by">{wayToTest}</Fact>}
    </FactList>
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
