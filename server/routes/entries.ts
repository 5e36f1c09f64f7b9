import type { Route } from '../context.ts'
import { compareAscending, listIdentity, pageOf } from '../page.ts'

/** What was entered is there for everybody, with who did and when, and can be taken elsewhere. */
export const listEntries: Route<'listEntries'> = async ({ query }, { deps }) => {
  const all = await deps.entries.all()
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
