import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'

import { decisionChanges } from '../../../api/decision-queries.ts'
import { NotSaved } from '../../../api/not-saved.tsx'
import { type DecisionRow } from '../../../contract/decision-answers.ts'
import { decisionOf, MOST_TEXT } from '../../../contract/decisions.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import styles from './decision-form.module.css'

type WithdrawRecordProps = Readonly<{ decision: DecisionRow; onDone: () => void }>

export function WithdrawRecord({ decision, onDone }: WithdrawRecordProps) {
  const withdraw = useMutation(decisionChanges.withdraw())
  // Of what stood there when it was asked for.
  const [version] = useState(decision.version)
  const [because, setBecause] = useState('')
  const [isTried, setIsTried] = useState(false)

  function send(seen: number) {
    setIsTried(true)
    if (because.trim() === '') return
    withdraw.mutate(
      { id: decision.id, body: { version: seen, because: because.trim() } },
      { onSuccess: onDone },
    )
  }

  return (
    <Form name="Withdraw the decision?" onSubmit={() => send(version)}>
      <p>
        For good: it stays readable and counts no more
        {decision.supersedes === null ? '.' : ', and what it superseded holds again.'}
      </p>
      <TextArea
        label="Why it is withdrawn"
        maxLength={MOST_TEXT}
        rows={2}
        value={because}
        mistake={isTried && because.trim() === '' && 'Say why, for whoever reads it later'}
        onChange={setBecause}
      />
      <NotSaved
        change={withdraw}
        title="It was not withdrawn"
        bodyOf={decisionOf}
        inWords={(theirs) => `it says “${theirs.decision}” now.`}
        take="Leave it as it is now"
        onTake={onDone}
        keep="Withdraw it all the same"
        onKeep={send}
      />
      <div className={styles['actions']}>
        <Button look="primary" disabled={withdraw.isPending} onClick={() => send(version)}>
          Withdraw the decision
        </Button>
        <Button onClick={onDone}>Keep it</Button>
      </div>
    </Form>
  )
}
