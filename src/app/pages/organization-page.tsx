import { Organization } from '../../features/organization/organization.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

export function OrganizationPage() {
  return (
    <>
      <PageHeader title="Organization" isSpokenOnly />
      <Organization />
    </>
  )
}
