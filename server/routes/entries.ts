import type { EntryKind } from '../../src/contract/entries.ts'
import { isAllowed } from '../../src/domain/access/permissions.ts'
import type { ApiContext, Route } from '../context.ts'
import { compareAscending, listIdentity, pageOf } from '../page.ts'

/** What was entered is there for everybody, with who did and when, and can be taken elsewhere. */
export const listEntries: Route<'listEntries'> = async ({ query }, context) => {
  const isKeptBack = keptBack(context)
  const all = (await context.deps.entries.all()).filter((entry) => !isKeptBack(entry))
  const found = all
    .map((entry, index) => ({ ...entry, index }))
    .filter(({ kind, key }) => kind === (query.kind ?? kind) && key === (query.key ?? key))
  const { items, ...page } = pageOf(
    {
      items: found,
      identity: listIdentity('entries', query),
      positionOf: ({ index }) => [index],
      compare: compareAscending,
    },
    query,
  )
  return { ...page, items: items.map(({ index: _index, ...entry }) => entry) }
}

/** Their keys begin with the policy they are about. */
const kindsOfPolicies: readonly EntryKind[] = ['clause-check', 'policy-enactment', 'silver-bullet']

/** What people wrote to a policy that its team keeps to itself, or may have kept: of one that is gone nobody can tell. */
function keptBack({
  index,
  caller,
}: ApiContext): (entry: Readonly<{ kind: EntryKind; key: string }>) => boolean {
  const seesEvery = isAllowed(caller, 'read-team-policy', { ownedBy: null })
  const seen = new Set(
    index.catalog.policies
      .filter(
        ({ visibility, team }) =>
          visibility === 'public' || isAllowed(caller, 'read-team-policy', { ownedBy: team }),
      )
      .map(({ slug }) => slug),
  )
  return ({ kind, key }) =>
    kindsOfPolicies.includes(kind) && !seesEvery && !seen.has(key.slice(0, key.indexOf('.')))
}
