import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { accessQueries } from '../../api/access-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { useServerNow } from '../../api/server-clock.ts'
import type { ApiToken } from '../../contract/access.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import styles from './access.module.css'
import { NewTokenDialog } from './new-token-dialog.tsx'
import { RevokeTokenDialog } from './revoke-token-dialog.tsx'
import { tokenColumns } from './token-columns.tsx'

/** What programs send instead of a person's session. */
export function ApiTokens() {
  const query = useQuery(accessQueries.tokens())
  const nowMs = useServerNow() ?? 0
  const [isMaking, setIsMaking] = useState(false)
  const [revoking, setRevoking] = useState<ApiToken | null>(null)
  return (
    <section className={styles['section']} aria-labelledby="tokens-title">
      <div className={styles['head']}>
        <h2 id="tokens-title">API tokens</h2>
        {query.data && (
          <Button look="primary" onClick={() => setIsMaking(true)}>
            Create a token
          </Button>
        )}
      </div>
      <p className={styles['lede']}>
        For programs that send measurements or read figures. Each may do what it was made for and nothing
        else, until it expires or is revoked.
      </p>
      <QueryPanel title="API tokens" query={query} skeleton={<Skeleton name="API tokens" lines={4} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Notice kind="missing" title="There is no API token yet">
              The first one is made with “Create a token”.
            </Notice>
          ) : (
            <DataTable
              caption="API tokens"
              columns={tokenColumns({ nowMs, onRevoke: setRevoking })}
              rows={items}
              rowKey={({ id }) => id}
              footer="Newest first."
            />
          )
        }
      </QueryPanel>
      {isMaking && <NewTokenDialog nowMs={nowMs} onClose={() => setIsMaking(false)} />}
      {revoking && <RevokeTokenDialog token={revoking} onClose={() => setRevoking(null)} />}
    </section>
  )
}
