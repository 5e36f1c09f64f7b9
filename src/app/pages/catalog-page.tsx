import { ServiceCatalog } from '../../features/service-catalog/service-catalog.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function CatalogPage() {
  return (
    <>
      <PageHeader
        title="Service catalog"
        lede="What there is and what is planned, whose it is, what is promised of it, and what is still to be said."
      />
      <ServiceCatalog />
    </>
  )
}
