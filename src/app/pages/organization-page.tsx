import { useEffect } from 'react'

import { Organization } from '../../features/organization/organization.tsx'
import { later } from '../../ui/later.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

const ExpectedOfSre = later(
  async () => (await import('../../features/expectations/expected-of-sre.tsx')).ExpectedOfSre,
)

export function OrganizationPage() {
  useEffect(() => ExpectedOfSre.preload(), [])
  return (
    <>
      <PageHeader title="Organization" isSpokenOnly />
      <Organization expected={<ExpectedOfSre />} />
    </>
  )
}
