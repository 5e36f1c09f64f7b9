import { IndicatorList } from '../../features/indicators/indicator-list.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function IndicatorsPage() {
  return (
    <>
      <PageHeader
        title="Indicators"
        lede="Twelve views and an overview that answer what a team, a product or an organization asks of its reliability."
      />
      <IndicatorList />
    </>
  )
}
