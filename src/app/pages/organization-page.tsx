import { useEffect } from 'react'

import { Organization } from '../../features/organization/organization.tsx'
import { later } from '../../ui/later.tsx'
import { PageHeader } from '../../ui/page-header.tsx'

const ExpectedOfSre = later(
  async () => (await import('../../features/expectations/expected-of-sre.tsx')).ExpectedOfSre,
)

const NoSlos = later(async () => (await import('../../features/budgets/no-slos.tsx')).NoSlos)

export function OrganizationPage() {
  useEffect(() => ExpectedOfSre.preload(), [])
  return (
    <>
      <PageHeader title="Organization" isSpokenOnly />
      <Organization expected={<ExpectedOfSre />} empty={<NoSlos />} />
    </>
  )
}
