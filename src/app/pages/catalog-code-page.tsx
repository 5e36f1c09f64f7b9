import { Catalog } from '../../features/catalog/catalog.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function CatalogCodePage() {
  return (
    <>
      <PageHeader
        title="Catalog as code"
        lede="Where the catalog comes from, and the services that run by it: where, what they call, and what is promised."
      />
      <Catalog />
    </>
  )
}
