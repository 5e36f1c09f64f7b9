import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'

import { catalogQueries } from '../../api/catalog-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { Slo } from '../../contract/catalog.ts'
import { formatTarget } from '../../domain/format.ts'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { thresholdWords } from '../../ui/slo-words.ts'
import { paths } from '../../url/paths.ts'

import { ArchivedSlo, archivedOf } from './archived-slo.tsx'
import { nearestSlos } from './nearest-slos.ts'
import { isUnknownService, UnknownService } from './unknown-service.tsx'
import styles from './unknown-slo.module.css'

export type SloAddress = Readonly<{
  team: string
  deployment: string
  service: string
  sli: string
  slo: string
}>

/** No SLO at this address: the nearest of its service, in the deployments they are measured in. */
export function UnknownSlo({ address, error }: Readonly<{ address: SloAddress; error: Error | null }>) {
  const archived = archivedOf(error)
  return archived === null ? <NoSuchSlo address={address} /> : <ArchivedSlo {...{ address, archived }} />
}

function NoSuchSlo({ address }: Readonly<{ address: SloAddress }>) {
  const { service, sli, slo, deployment } = address
  const slos = useQuery(catalogQueries.slos({ service, limit: 100 }))
  return (
    <>
      <PageHeader
        title="No such SLO"
        lede={
          <>
            {service} has no SLO named {slo} for {sli} in {deployment}
          </>
        }
      />
      {isUnknownService(slos.error) ? (
        <UnknownService service={service} error={slos.error} />
      ) : (
        <QueryPanel title={`SLOs of ${service}`} query={slos}>
          {({ items }) => <NearestSlos slos={items} address={address} />}
        </QueryPanel>
      )}
    </>
  )
}

function NearestSlos({ slos, address }: Readonly<{ slos: readonly Slo[]; address: SloAddress }>) {
  if (slos.length === 0) return <Notice kind="missing" title={`${address.service} has no SLO`} />
  return (
    <>
      <p>The nearest SLOs of {address.service}:</p>
      <ul className={styles['nearest']}>
        {nearestSlos(slos, address).map((near) => (
          <li key={near.id}>
            <EndpointName {...near.endpoint} /> {near.sli} {formatTarget(near.target)}
            {NARROW_SPACE}%{near.thresholdMs !== null && ` ${thresholdWords(near.thresholdMs)}`} in{' '}
            {near.deployments.map((where, index) => (
              <span key={where}>
                {index > 0 && ', '}
                <Link className="link" {...paths.slo({ ...near, sloSlug: near.slug, deployment: where })}>
                  {where}
                </Link>
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  )
}
