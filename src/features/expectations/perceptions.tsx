import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { expectationQueries } from '../../api/expectation-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { usePermission } from '../../api/use-permission.ts'
import type { PerceptionItem } from '../../contract/expectations.ts'
import { Button } from '../../ui/button.tsx'
import { DataTable } from '../../ui/data-table.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { perceptionColumns } from './perception-columns.tsx'
import { PerceptionDialog } from './perception-dialog.tsx'
import styles from './expectations.module.css'

type Editing = Readonly<{ kind: 'new' }> | Readonly<{ kind: 'held'; perception: PerceptionItem }>

/** How it is seen from outside, beside what was measured: either may be ahead of the other. */
export function Perceptions() {
  const query = useQuery(expectationQueries.perceptions())
  const { whyNot } = usePermission('record-expectations', '')
  const [editing, setEditing] = useState<Editing | null>(null)
  return (
    <section className={styles['section']} aria-label="How it is seen">
      <div className={styles['head']}>
        <h2>How it is seen</h2>
        <span className={styles['lede']}>
          By executives, users and partners, beside what was measured then. Nobody is named.
        </span>
        <Button
          disabled={whyNot !== null}
          title={whyNot ?? undefined}
          onClick={() => setEditing({ kind: 'new' })}
        >
          Record a survey
        </Button>
      </div>
      <QueryPanel title="Perceptions" query={query} skeleton={<Skeleton name="perceptions" lines={5} />}>
        {({ items }) =>
          items.length === 0 ? (
            <Notice kind="missing" title="Nobody was asked yet">
              Twice a year is enough: how likely people are to recommend the product, and how reliable they
              find it.
            </Notice>
          ) : (
            <DataTable
              caption="How it is seen"
              columns={perceptionColumns(
                whyNot === null ? (perception) => setEditing({ kind: 'held', perception }) : null,
              )}
              rows={items}
              rowKey={({ id }) => id}
              density="dense"
            />
          )
        }
      </QueryPanel>
      {editing !== null && (
        <PerceptionDialog
          perception={editing.kind === 'held' ? editing.perception : null}
          onClose={() => setEditing(null)}
        />
      )}
    </section>
  )
}
