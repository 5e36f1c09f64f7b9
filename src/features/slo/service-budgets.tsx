import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { catalogQueries } from '../../api/catalog-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { Slo } from '../../contract/catalog.ts'
import { Notice } from '../../ui/notice.tsx'
import { paths } from '../../url/paths.ts'
import { BudgetMultiples } from './budget-multiples.tsx'
import { isUnknownService, UnknownService } from './unknown-service.tsx'

type ServiceBudgetsProps = Readonly<{ service: string; sli: string; deployment: string }>

/** What the short link promises: every SLO of one service, indicator and deployment, in the current period. */
export function ServiceBudgets({ service, sli, deployment }: ServiceBudgetsProps) {
  const slos = useQuery(catalogQueries.slos({ service, limit: 500 }))
  if (isUnknownService(slos.error)) return <UnknownService service={service} error={slos.error} />
  return (
    <QueryPanel title={`SLOs of ${service}`} query={slos}>
      {({ items }) => {
        const wanted = items.filter((slo) => slo.sli === sli && slo.deployments.includes(deployment))
        return wanted.length > 0 ? (
          <BudgetMultiples slos={wanted} deployment={deployment} />
        ) : (
          <NoBudgets service={service} sli={sli} deployment={deployment} slos={items} />
        )
      }}
    </QueryPanel>
  )
}

type NoBudgetsProps = ServiceBudgetsProps & Readonly<{ slos: readonly Slo[] }>

/** Says what does exist: which indicators of the service, and where they are measured. */
function NoBudgets({ service, sli, deployment, slos }: NoBudgetsProps) {
  if (slos.length === 0) {
    return (
      <Notice
        kind="missing"
        title={`${service} has no SLO`}
        action={
          <Link className="link" {...paths.explore()}>
            All budgets
          </Link>
        }
      >
        Nobody has agreed on an SLO for it yet. Its team can set one; until then nothing here can burn.
      </Notice>
    )
  }
  const combinations = new Map(
    slos.flatMap((slo) =>
      slo.deployments.map((where) => [`${slo.sli} in ${where}`, { sli: slo.sli, deployment: where }]),
    ),
  )
  return (
    <Notice kind="missing" title={`${service} has no SLO for ${sli} in ${deployment}`}>
      It has SLOs for{' '}
      {[...combinations].map(([name, where], index) => (
        <span key={name}>
          {index > 0 && ', '}
          <Link className="link" {...paths.budgets({ service, ...where })}>
            {name}
          </Link>
        </span>
      ))}
      .
    </Notice>
  )
}
