import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { catalogQueries } from '../../api/catalog-queries.ts'
import { organizationQueries } from '../../api/organization-queries.ts'
import { asSentence } from '../../domain/indicator-words.ts'
import { Notice } from '../../ui/notice.tsx'
import { paths } from '../../url/paths.ts'
import type { BudgetScope } from './budgets-query.ts'
import styles from './explore.module.css'

const MOST_SERVICES = 500

/** No SLO is a result, not an error: it names the owner, and the next step is to agree on one together. */
export function ServicesWithoutSlo({ scope }: Readonly<{ scope: BudgetScope }>) {
  const teams = useQuery(organizationQueries.teams()).data?.items
  const { data } = useInfiniteQuery(
    catalogQueries.services({ ...(scope.team !== undefined && { team: scope.team }), limit: MOST_SERVICES }),
  )
  const services = (data?.pages ?? [])
    .flatMap(({ items }) => items)
    .filter(
      ({ slug, sloCount, deployments }) =>
        sloCount === 0 &&
        (scope.service === undefined || scope.service === slug) &&
        (scope.deployment === undefined || deployments.includes(scope.deployment)),
    )
  if (services.length === 0) return null
  return (
    <section className={styles['below']}>
      <h2>Without an SLO</h2>
      {services.map((service) => {
        const owner = teams?.find(({ slug }) => slug === service.team)?.name ?? service.team
        return (
          <Notice
            key={service.slug}
            kind="missing"
            title={`${service.slug} has no SLO`}
            action={
              <Link className="link" {...paths.catalog(service.slug)}>
                See its endpoints and who depends on it
              </Link>
            }
          >
            {asSentence(service.description)} {owner} owns this service; a first SLO is agreed with them.
          </Notice>
        )
      })}
    </section>
  )
}
