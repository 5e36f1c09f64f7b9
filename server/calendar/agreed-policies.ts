import type { Catalog } from '../ports.ts'

type AgreedPolicy = Readonly<{
  slug: string
  name: string
  team: string
  services: readonly string[]
  state: string
  enactedOn: string | null
  visibility: 'public' | 'team'
  nextReview: Readonly<{ on: string | null; orAfter: string | null }> | null
}>

/** Error budget policies of the catalog that are not retired. */
export function policiesOf({ policies }: Catalog): readonly AgreedPolicy[] {
  return policies.filter(({ state }) => state !== 'retired')
}

const agreedStates = ['agreed', 'enacted', 'in-review']

/** Services for which a policy was agreed; a draft holds for none. */
export function servicesWithPolicy(catalog: Catalog): ReadonlySet<string> {
  const agreed = policiesOf(catalog).filter(({ state }) => agreedStates.includes(state))
  return new Set(agreed.flatMap(({ services }) => services))
}
