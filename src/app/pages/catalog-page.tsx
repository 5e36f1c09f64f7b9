import { Catalog } from '../../features/catalog/catalog.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function CatalogPage() {
  return (
    <>
      <PageHeader
        title="Service catalog"
        lede="Who owns what, where it runs, what it calls, and what is promised of it."
      />
      <Catalog />
    </>
  )
}
