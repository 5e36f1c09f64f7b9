import { ExpectedOfSre } from '../../features/expectations/expected-of-sre.tsx'
import { Organization } from '../../features/organization/organization.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function OrganizationPage() {
  return (
    <>
      <PageHeader title="Organization" isSpokenOnly />
      <Organization expected={<ExpectedOfSre />} />
    </>
  )
}
