import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'

import { QueryPanel } from '../../api/query-panel.tsx'
import { serviceCatalogQueries } from '../../api/service-catalog-queries.ts'
import { ServiceHeader } from '../../features/service-catalog/service-header.tsx'
import { ServicePage } from '../../features/service-catalog/service-page.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'

export function CatalogServicePage() {
  const { service } = useParams({ from: '/catalog/$service' })
  const query = useQuery(serviceCatalogQueries.one(service))
  return (
    <>
      {query.data === undefined ? (
        <PageHeader title="Service" lede={service} />
      ) : (
        <ServiceHeader detail={query.data} />
      )}
      <QueryPanel title="The service" query={query} skeleton={<Skeleton name="the service" lines={16} />}>
        {(detail) => <ServicePage key={service} detail={detail} />}
      </QueryPanel>
    </>
  )
}
