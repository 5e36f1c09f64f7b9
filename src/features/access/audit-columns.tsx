import { callerKinds } from './caller-kinds.ts'
import type { AuditEntry } from '../../contract/access.ts'
import { Button } from '../../ui/button.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { Time } from '../../ui/time.tsx'
import { wordsOfAction } from './access-words.ts'
import styles from './access.module.css'
import { changedFields } from './changed-fields.ts'

export function auditColumns(onOpen: (entry: AuditEntry) => void): readonly Column<AuditEntry>[] {
  return [
    { id: 'when', header: 'When', width: '130px', cell: ({ at }) => <Time at={at} form="date-time" /> },
    {
      id: 'who',
      header: 'Who',
      isRowHeader: true,
      width: '170px',
      cell: ({ callerName, callerKind }) => (
        <Cut words={callerKind === 'person' ? callerName : `${callerName} (${callerKinds[callerKind]})`} />
      ),
    },
    { id: 'did', header: 'Did what', width: '190px', cell: ({ action }) => wordsOfAction(action) },
    { id: 'subject', header: 'To what', width: '190px', cell: ({ subject }) => <Cut words={subject} /> },
    {
      id: 'changed',
      header: 'Changed',
      width: '320px',
      cell: (entry) => <Cut words={summaryOf(entry)} />,
    },
    {
      id: 'open',
      header: 'Before and after',
      width: '120px',
      cell: (entry) => (
        <Button
          look="quiet"
          aria-label={`Show before and after of entry ${entry.id}`}
          onClick={() => onOpen(entry)}
        >
          Show
        </Button>
      ),
    },
  ]
}

/** May be cut off at the column's edge; the whole stands in the title and behind Show. */
function Cut({ words }: Readonly<{ words: string }>) {
  return (
    <span className={styles['cut']} title={words}>
      {words}
    </span>
  )
}

function summaryOf({ before, after }: AuditEntry): string {
  if (before === null) return 'new'
  if (after === null) return 'gone'
  return changedFields(before, after)
    .map((change) => `${change.field}: ${change.before} → ${change.after}`)
    .join(', ')
}
