import { isAllowed } from '../../src/domain/access/permissions.ts'
import { listedSeries } from '../budgets/listed-series.ts'
import type { ApiContext } from '../context.ts'
import type { EnactmentSource } from './enactments.ts'
import { knownPolicies, type KnownPolicy } from './known-policies.ts'
import { readPolicyEntries } from './policy-entries.ts'

type PolicySource = Readonly<{ policies: readonly KnownPolicy[]; source: EnactmentSource }>

/** All that answers about policies are made of. */
export async function policySource(context: ApiContext): Promise<PolicySource> {
  const { deps, index, book, slaBook, conditions } = context
  const [moment, entries] = await Promise.all([context.moment(), readPolicyEntries(deps.entries)])
  const listed = listedSeries(index, (member) => book.measurementsId(member))
  return {
    policies: knownPolicies(index, listed),
    source: { deps, conditions, book, slaBook, entries, moment },
  }
}

/** A team may keep its policy to itself. */
export function maySee({ caller }: Pick<ApiContext, 'caller'>): (known: KnownPolicy) => boolean {
  return ({ policy: { visibility, team } }) =>
    visibility === 'public' || isAllowed(caller, 'read-team-policy', { ownedBy: team })
}
