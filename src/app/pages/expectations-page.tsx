import { Expectations } from '../../features/expectations/expectations.tsx'
import { Perceptions } from '../../features/expectations/perceptions.tsx'
import { TransformationTabs } from '../../features/transformation/transformation-tabs.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function ExpectationsPage() {
  return (
    <>
      <PageHeader
        title="Expectations"
        lede="What SRE was to bring, by which signal everybody sees it, and whether it came."
        end={<TransformationTabs />}
      />
      <Expectations />
      <Perceptions />
    </>
  )
}
