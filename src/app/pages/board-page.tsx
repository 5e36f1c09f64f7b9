import { useQuery } from '@tanstack/react-query'

import { boardQueries } from '../../api/board-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { usePermission } from '../../api/use-permission.ts'
import { TransformationBoard } from '../../features/transformation/board.tsx'
import { PageHeader } from '../../ui/page-header.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { boardViewCodec } from '../../url/board-view.ts'
import { useUrlState } from '../../url/use-url-state.ts'

export function BoardPage() {
  const query = useQuery(boardQueries.board())
  const [view, setView] = useUrlState(boardViewCodec)
  // Whoever may move one team may move every team.
  const { whyNot } = usePermission('change-board', 'all teams')
  return (
    <>
      {query.data === undefined && (
        <PageHeader title="SRE journey" lede="Where each team stands on its way to SRE." />
      )}
      <QueryPanel title="The board" query={query} skeleton={<Skeleton name="The board" lines={14} />}>
        {(board) => <TransformationBoard board={board} view={view} onView={setView} whyNot={whyNot} />}
      </QueryPanel>
    </>
  )
}
