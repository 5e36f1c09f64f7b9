import { serviceListingOf, type ServiceListing } from '../../src/contract/status.ts'
import type { ApiDeps } from '../ports.ts'

/** Where nobody said anything: shown to nobody outside, and part of nothing. */
const unlisted: ServiceListing = { audience: 'organization', product: null }

export type Listed = ServiceListing & Readonly<{ version: number }>

export async function readListings({
  entries,
}: Pick<ApiDeps, 'entries'>): Promise<(service: string) => Listed> {
  const listed = new Map(
    (await entries.list('service-listing')).map(({ key, body, version, isWithdrawn }) => {
      const kept = isWithdrawn ? null : serviceListingOf(body)
      return [key, { ...(kept ?? unlisted), version }]
    }),
  )
  return (service) => listed.get(service) ?? { ...unlisted, version: 0 }
}
