import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { infrastructureRequestQueries } from '../../api/infrastructure-request-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import type { Board } from '../../contract/board.ts'
import type { InfrastructureRequest } from '../../contract/infrastructure-requests.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './board-sections.module.css'
import { requestColumns } from './request-columns.tsx'
import { RequestDialog } from './request-dialog.tsx'

type RequestsProps = Readonly<{
  board: Board
  /** Why the viewer may not change them; null where they may. */
  whyNot: string | null
}>

/** What teams ask of the infrastructure, in the order in which it helps most of them. */
export function Requests({ board, whyNot }: RequestsProps) {
  const query = useQuery(infrastructureRequestQueries.list())
  const [inHand, setInHand] = useState<InfrastructureRequest | 'new' | null>(null)
  return (
    <section className={styles['requests']} aria-labelledby="requests">
      <div className={styles['sectionHead']}>
        <h2 id="requests">Asked of the SRE infrastructure</h2>
        {whyNot === null ? (
          <Button onClick={() => setInHand('new')}>Record a request</Button>
        ) : (
          <span className="muted">To record one: {whyNot.charAt(0).toLowerCase() + whyNot.slice(1)}</span>
        )}
      </div>
      <QueryPanel title="Requests" query={query} skeleton={<Skeleton name="requests" lines={4} />}>
        {({ items, teamCount }) =>
          items.length === 0 ? (
            <Notice kind="missing" title="No team has asked for anything yet" />
          ) : (
            <DataTable
              caption="Requests"
              density="two-lines"
              columns={requestColumns(board, teamCount, whyNot === null ? setInHand : null)}
              rows={items}
              rowKey={({ id }) => id}
              footer="Those that help most teams first."
            />
          )
        }
      </QueryPanel>
      {inHand !== null && (
        <RequestDialog
          request={inHand === 'new' ? null : inHand}
          board={board}
          onClose={() => setInHand(null)}
        />
      )}
    </section>
  )
}
