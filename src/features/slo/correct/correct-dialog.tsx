import { useMutation, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'

import { correctionChanges, correctionQueries } from '../../../api/correction-queries.ts'
import { RefusedChange } from '../../../api/refused-change.tsx'
import type { BudgetHistory } from '../../../contract/budget-history.ts'
import type { NewCorrection } from '../../../contract/corrections.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { EndpointName } from '../../../ui/endpoint-name.tsx'
import { Form, SubmitActions } from '../../../ui/form.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useTimeZone } from '../../../ui/zone.tsx'
import styles from './correct.module.css'
import { checkDraft, emptyDraft } from './correction-draft.ts'
import { CorrectionEffects } from './correction-effects.tsx'
import { CorrectionFields } from './correction-fields.tsx'

type CorrectDialogProps = Readonly<{ history: BudgetHistory; onClose: () => void }>

/** Stands for a reason while none is needed yet: what would come of it does not depend on the words. */
const PREVIEWED = 'Preview'

/** Hours that do not count, or what a dependency took: with what comes of it before it is recorded. */
export function CorrectDialog({ history, onClose }: CorrectDialogProps) {
  const { endpoint, sliName, service, deployment, sloId, dataUpTo } = history
  const timeZone = useTimeZone()
  const [draft, setDraft] = useState(() => emptyDraft(dataUpTo, timeZone))
  const [isTried, setIsTried] = useState(false)
  const record = useMutation(correctionChanges.record())
  const { body, missing } = checkDraft(draft, deployment, timeZone)
  const isReasonMissing = draft.reason.trim() === ''

  function submit(close: () => void) {
    setIsTried(true)
    if (body === null || isReasonMissing) return
    record.mutate({ slo: sloId, body }, { onSuccess: close })
  }

  return (
    <Dialog title="Correct the budget" width="wide" onClose={onClose}>
      {(close) => (
        <Form onSubmit={() => submit(close)}>
          <p className={styles['subject']}>
            <EndpointName {...endpoint} /> {sliName}, {service} in {deployment}. The figures as they were
            measured are kept beside the corrected ones.
          </p>
          <CorrectionFields
            draft={draft}
            service={service}
            timeZone={timeZone}
            onChange={(change) => setDraft({ ...draft, ...change })}
          />
          <TextField
            label="Reason"
            value={draft.reason}
            onChange={(reason) => setDraft({ ...draft, reason })}
            maxLength={500}
            autoComplete="off"
            mistake={isTried && isReasonMissing && 'Say why, for whoever looks later'}
            note="Stands beside the figures for good"
          />
          {body === null ? (
            <p className={styles['missing']} role={isTried ? 'alert' : undefined}>
              {missing}; then the effect appears here.
            </p>
          ) : (
            <Effects slo={sloId} body={{ ...body, reason: PREVIEWED }} />
          )}
          <RefusedChange title="It was not recorded" error={record.error} />
          <SubmitActions
            submit="Record the correction"
            submitting="Recording"
            isPending={record.isPending}
            onCancel={close}
          />
        </Form>
      )}
    </Dialog>
  )
}

/** Nothing is recorded by looking at it. */
function Effects({ slo, body }: Readonly<{ slo: string; body: NewCorrection }>) {
  // As text, so that what is the same stays the same while letters of the reason are typed.
  const asked = useDeferredValue(JSON.stringify(body))
  const { data, error, isPending } = useQuery({
    ...correctionQueries.preview(slo, JSON.parse(asked)),
    placeholderData: (previous) => previous,
  })
  if (error !== null) return <RefusedChange title="It cannot be corrected so" error={error} />
  if (isPending || data === undefined) return <p role="status">Loading the effect</p>
  return <CorrectionEffects preview={data} />
}
