import { useMutation } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'

import { correctionChanges } from '../../api/correction-queries.ts'
import { RefusedChange } from '../../api/refused-change.tsx'
import { usePermission } from '../../api/use-permission.ts'
import type { RecordedDecision } from '../../contract/corrections.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './corrections.module.css'

type WithdrawDialogProps = Readonly<{ correction: RecordedDecision; onClose: () => void }>

/** Asked with its reason: figures that people have seen will change. */
export function WithdrawDialog({ correction, onClose }: WithdrawDialogProps) {
  const { whyNot } = usePermission('correct-budget', correction.team)
  return (
    <Dialog title="Withdraw the correction?" onClose={onClose}>
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
  const { id, slos, reason: recorded, upcomingCount, timeCount } = correction
  const withdraw = useMutation(correctionChanges.withdraw())
  const [reason, setReason] = useState('')
  const [isUpcomingOnly, setIsUpcomingOnly] = useState(false)
  const [isTried, setIsTried] = useState(false)
  const isMissing = reason.trim() === ''
  const hasBegun = upcomingCount < timeCount

  function submit(event: SubmitEvent) {
    event.preventDefault()
    setIsTried(true)
    const [slo] = slos
    if (isMissing || slo === undefined) return
    const part = isUpcomingOnly ? 'upcoming' : 'all'
    withdraw.mutate(
      { slo: slo.id, correction: id, body: { reason: reason.trim(), part } },
      { onSuccess: onDone },
    )
  }

  return (
    <form className={styles['form']} onSubmit={submit} noValidate>
      <p>
        “{recorded}” counts no more from now on, and is kept with your name beside it. Figures go back to what
        they would be without it; a period that has closed is restated.
      </p>
      {upcomingCount > 0 && hasBegun && (
        <Checkbox isChecked={isUpcomingOnly} onChange={setIsUpcomingOnly}>
          Only what is still to come ({upcomingCount} of {timeCount})
        </Checkbox>
      )}
      <TextField
        label="Why"
        value={reason}
        onChange={setReason}
        maxLength={500}
        autoComplete="off"
        isWrong={isTried && isMissing}
        note={isTried && isMissing ? 'Say why, for whoever looks later' : 'Stands beside it for good'}
      />
      <RefusedChange title="It was not withdrawn" error={withdraw.error} />
      <div className={styles['actions']}>
        <Button onClick={onDone}>Keep it</Button>
        <button type="submit" className={buttonClass('primary')} disabled={withdraw.isPending}>
          {withdraw.isPending ? 'Withdrawing' : 'Withdraw the correction'}
        </button>
      </div>
    </form>
  )
}
