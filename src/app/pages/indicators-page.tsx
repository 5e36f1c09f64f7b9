import { Link } from '@tanstack/react-router'

import { IndicatorList } from '../../features/indicators/indicator-list.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { paths } from '../../url/paths.ts'

export function IndicatorsPage() {
  return (
    <>
      <PageHeader
        title="Indicators"
        lede="Twelve views and an overview that answer what a team, a product or an organization asks of its reliability."
        end={
          <Link className="link" {...paths.indicatorLinks()}>
            All links of a team, for a wiki
          </Link>
        }
      />
      <IndicatorList />
    </>
  )
}
