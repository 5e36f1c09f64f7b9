import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { expectationChanges, expectationQueries } from '../../api/expectation-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { NotSaved } from '../../api/not-saved.tsx'
import { hypothesisOf, type ExpectationDetail } from '../../contract/expectations.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog, DialogBody } from '../../ui/dialog.tsx'
import { Form, FormActions, SubmitActions } from '../../ui/form.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { draftOf } from './expectation-draft.ts'
import { ExpectationFacts } from './expectation-facts.tsx'
import { ExpectationForm } from './expectation-form.tsx'
import { ExpectationHistory } from './expectation-history.tsx'
import { ValueForm } from './value-form.tsx'

type ExpectationDialogProps = Readonly<{
  id: string
  /** Why the viewer may not change it; null where they may. */
  whyNot: string | null
  onClose: () => void
}>

/** All of one expectation: what it says, its values, its versions, and the ways to change them. */
export function ExpectationDialog({ id, whyNot, onClose }: ExpectationDialogProps) {
  const query = useQuery(expectationQueries.one(id))
  return (
    <Dialog title={query.data?.expectation.title ?? 'Expectation'} width="wide" onClose={onClose}>
      {() => (
        <QueryPanel
          title="The expectation"
          query={query}
          skeleton={<Skeleton name="expectation" lines={10} />}
        >
          {(detail) => <Detail detail={detail} whyNot={whyNot} />}
        </QueryPanel>
      )}
    </Dialog>
  )
}

type DetailProps = Readonly<{ detail: ExpectationDetail; whyNot: string | null }>

function Detail({ detail, whyNot }: DetailProps) {
  const { expectation, values } = detail
  const [mode, setMode] = useState<'read' | 'change' | 'value' | 'withdraw'>('read')
  const back = () => setMode('read')
  if (mode === 'change') {
    return (
      <ExpectationForm
        id={expectation.id}
        version={expectation.version}
        start={draftOf(expectation)}
        onDone={back}
      />
    )
  }
  return (
    <DialogBody>
      <ExpectationFacts expectation={expectation} />
      {mode === 'value' && <ValueForm expectation={expectation} values={values} onDone={back} />}
      {mode === 'withdraw' && <Withdraw detail={detail} onDone={back} />}
      {mode === 'read' && whyNot !== null && <p className="muted">{whyNot} to change it.</p>}
      {mode === 'read' && whyNot === null && (
        <FormActions>
          {!expectation.isWithdrawn && <Button onClick={() => setMode('withdraw')}>Withdraw</Button>}
          <Button onClick={() => setMode('change')}>
            {expectation.isWithdrawn ? 'Record it again' : 'Change'}
          </Button>
          {expectation.source.kind === 'typed' && !expectation.isWithdrawn && (
            <Button look="primary" onClick={() => setMode('value')}>
              Enter a value
            </Button>
          )}
        </FormActions>
      )}
      <ExpectationHistory detail={detail} />
    </DialogBody>
  )
}

type WithdrawProps = Readonly<{ detail: ExpectationDetail; onDone: () => void }>

function Withdraw({ detail: { expectation }, onDone }: WithdrawProps) {
  const write = useMutation(expectationChanges.write())
  // Of what stood there when it was asked for.
  const [seenVersion] = useState(expectation.version)
  const send = (version: number) =>
    write.mutate(
      { id: expectation.id, body: { seenVersion: version, hypothesis: null } },
      { onSuccess: onDone },
    )
  return (
    <Form name="Withdraw the expectation?" onSubmit={() => send(seenVersion)}>
      <p>
        It leaves the list and the organization’s page. All that was entered is kept, and it can be recorded
        again.
      </p>
      <NotSaved
        change={write}
        title="It was not withdrawn"
        bodyOf={hypothesisOf}
        inWords={({ title }) => `it says “${title}” now.`}
        take="Leave it as it is now"
        onTake={onDone}
        keep="Withdraw it all the same"
        onKeep={send}
      />
      <SubmitActions
        submit="Withdraw the expectation"
        submitting="Withdrawing"
        isPending={write.isPending}
        cancel="Keep it"
        onCancel={onDone}
      />
    </Form>
  )
}
