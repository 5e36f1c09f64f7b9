import type { QueryOf } from '../../contract/operations.ts'
import { onCallGroups } from '../../domain/on-call-order.ts'
import type { OnCallView } from '../../url/on-call-view.ts'
import { shownGroups } from './list-entries.ts'

/** Enough for a night; more come as the list is scrolled. */
const PAGE_ROWS = 100

/** What the list asks for. Words look through every group, so that nothing is missed because it was folded. */
export function onCallListQuery({
  team,
  rotation,
  search,
  open,
}: OnCallView): Omit<QueryOf<'listOnCall'>, 'cursor'> {
  const words = search.trim()
  return {
    ...(team.length > 0 && { team: team.join(',') }),
    ...(rotation !== null && { rotation }),
    ...(words !== '' && { search: words }),
    shown: (words === '' ? shownGroups(open) : onCallGroups).join(','),
    limit: PAGE_ROWS,
  }
}
