import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { correctionChanges } from '../../api/correction-queries.ts'
import { RefusedChange } from '../../api/refused-change.tsx'
import { usePermission } from '../../api/use-permission.ts'
import type { RecordedDecision, WithdrawalPart } from '../../contract/corrections.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, SubmitActions } from '../../ui/form.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { WithdrawalEffect, WithdrawnPart } from './withdrawn-part.tsx'

type WithdrawDialogProps = Readonly<{ correction: RecordedDecision; onClose: () => void }>

/** Asked with its reason: figures that people have seen will change. */
export function WithdrawDialog({ correction, onClose }: WithdrawDialogProps) {
  const { whyNot } = usePermission('correct-budget', correction.team)
  return (
    <Dialog title="Withdraw the correction?" width="wide" onClose={onClose}>
      {(close) =>
        whyNot === null ? (
          <WithdrawForm correction={correction} onDone={close} />
        ) : (
          <Notice kind="forbidden" title="You may not withdraw it">
            {whyNot}.
          </Notice>
        )
      }
    </Dialog>
  )
}

type WithdrawFormProps = Readonly<{ correction: RecordedDecision; onDone: () => void }>

function WithdrawForm({ correction, onDone }: WithdrawFormProps) {
  const { id, slos, reason: recorded } = correction
  const withdraw = useMutation(correctionChanges.withdraw())
  const [reason, setReason] = useState('')
  const [chosen, setChosen] = useState<WithdrawalPart>({ part: 'all', start: null })
  const [isTried, setIsTried] = useState(false)
  const isMissing = reason.trim() === ''
  const [slo] = slos

  function submit() {
    setIsTried(true)
    if (isMissing || slo === undefined) return
    withdraw.mutate(
      { slo: slo.id, correction: id, body: { reason: reason.trim(), ...chosen } },
      { onSuccess: onDone },
    )
  }

  return (
    <Form onSubmit={submit}>
      <p>“{recorded}”: what is withdrawn counts no more from now on, and is kept with your name beside it.</p>
      {slo !== undefined && (
        <>
          <WithdrawnPart correction={correction} slo={slo.id} chosen={chosen} onChange={setChosen} />
          <WithdrawalEffect slo={slo.id} correction={id} chosen={chosen} />
        </>
      )}
      <TextField
        label="Why"
        value={reason}
        onChange={setReason}
        maxLength={500}
        autoComplete="off"
        mistake={isTried && isMissing && 'Say why, for whoever looks later'}
        note="Stands beside it for good"
      />
      <RefusedChange title="It was not withdrawn" error={withdraw.error} />
      <SubmitActions
        submit="Withdraw the correction"
        submitting="Withdrawing"
        isPending={withdraw.isPending}
        cancel="Keep it"
        onCancel={onDone}
      />
    </Form>
  )
}
