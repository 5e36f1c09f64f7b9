import type { Catalog } from '../ports.ts'

type AgreedPolicy = Readonly<{
  slug: string
  name: string
  team: string
  services: readonly string[]
  state: string
  visibility: 'public' | 'team'
  nextReview: Readonly<{ on: string | null; orAfter: string | null }> | null
}>

/** Error budget policies of the catalog; none where a store keeps them to itself. */
export function policiesOf(catalog: Catalog): readonly AgreedPolicy[] {
  const { policies = [] }: Catalog & Readonly<{ policies?: readonly AgreedPolicy[] }> = catalog
  return policies.filter(({ state }) => state !== 'retired')
}

const agreedStates = ['agreed', 'enacted', 'in-review']

/** Services for which a policy was agreed; a draft holds for none. */
export function servicesWithPolicy(catalog: Catalog): ReadonlySet<string> {
  const agreed = policiesOf(catalog).filter(({ state }) => agreedStates.includes(state))
  return new Set(agreed.flatMap(({ services }) => services))
}
