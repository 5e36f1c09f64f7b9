import type { AuditEntry } from '../../contract/access.ts'
import { Dialog, DialogBody } from '../../ui/dialog.tsx'
import { Fact, FactList } from '../../ui/fact-list.tsx'
import { Time } from '../../ui/time.tsx'
import { wordsOfAction } from './access-words.ts'
import { callerKinds } from './caller-kinds.ts'
import styles from './access.module.css'
import { changedFields } from './changed-fields.ts'

type AuditEntryDialogProps = Readonly<{ entry: AuditEntry; onClose: () => void }>

/** One entry in full. */
export function AuditEntryDialog({ entry, onClose }: AuditEntryDialogProps) {
  const { at, action, subject, callerKind, callerName, callerId } = entry
  const changes = changedFields(entry.before, entry.after)
  return (
    <Dialog title={wordsOfAction(action)} onClose={onClose}>
      {() => (
        <DialogBody>
          <FactList>
            <Fact name="When">
              <Time at={at} form="full" />
            </Fact>
            <Fact name="Who">
              {callerName} ({callerKinds[callerKind]} {callerId})
            </Fact>
            <Fact name="To what">{subject}</Fact>
          </FactList>
          {changes.length === 0 ? (
            <p className="muted">No field differs.</p>
          ) : (
            <table className={styles['changes']} aria-label="Before and after">
              <thead>
                <tr>
                  <th scope="col">Field</th>
                  <th scope="col">Before</th>
                  <th scope="col">After</th>
                </tr>
              </thead>
              <tbody>
                {changes.map(({ field, before, after }) => (
                  <tr key={field}>
                    <th scope="row">{field}</th>
                    <td>{before}</td>
                    <td>{after}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </DialogBody>
      )}
    </Dialog>
  )
}
