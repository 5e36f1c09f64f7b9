import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { bottleneckChanges, deliveryQueries } from '../../../api/delivery-queries.ts'
import { QueryPanel } from '../../../api/query-panel.tsx'
import { NotSaved } from '../../../api/not-saved.tsx'
import { usePermission } from '../../../api/use-permission.ts'
import { bottleneckEnteredOf, type Bottleneck } from '../../../contract/delivery.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogBody } from '../../../ui/dialog.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Form, FormActions, SubmitActions } from '../../../ui/form.tsx'
import { Skeleton } from '../../../ui/skeleton.tsx'
import { Time } from '../../../ui/time.tsx'
import type { TableRange } from '../../../url/view-range.ts'
import { BottleneckFacts } from './bottleneck-facts.tsx'
import { BottleneckForm } from './bottleneck-form.tsx'
import { bottleneckTitle, inWords } from './bottleneck-words.ts'
import styles from './delivery.module.css'

type BottleneckDialogProps = Readonly<{ bottleneck: Bottleneck; range: TableRange; onClose: () => void }>

/** All of one bottleneck: what data show, what people found, what they decided, and the ways to change it. */
export function BottleneckDialog({ bottleneck, range, onClose }: BottleneckDialogProps) {
  const { team, teamName } = bottleneck
  const { whyNot } = usePermission('decide-bottleneck', team)
  const [mode, setMode] = useState<'read' | 'change' | 'withdraw'>('read')
  const back = () => setMode('read')
  const isEntered = bottleneck.entered !== null && !bottleneck.entered.isWithdrawn
  return (
    <Dialog title={`${bottleneckTitle(bottleneck)}, ${teamName}`} width="wide" onClose={onClose}>
      {() =>
        mode === 'change' ? (
          <BottleneckForm bottleneck={bottleneck} onDone={back} />
        ) : (
          <DialogBody>
            <BottleneckFacts bottleneck={bottleneck} range={range} />
            {mode === 'withdraw' && <Withdraw bottleneck={bottleneck} onDone={back} />}
            {mode === 'read' && whyNot !== null && <p className="muted">{whyNot} to decide on it.</p>}
            {mode === 'read' && whyNot === null && (
              <FormActions>
                {isEntered && <Button onClick={() => setMode('withdraw')}>Take back</Button>}
                <Button look="primary" onClick={() => setMode('change')}>
                  {isEntered ? 'Change evidence or decision' : 'Enter evidence or a decision'}
                </Button>
              </FormActions>
            )}
            {bottleneck.entered !== null && (
              <Disclosure className="link" label="Earlier versions">
                {() => <Versions id={bottleneck.id} />}
              </Disclosure>
            )}
          </DialogBody>
        )
      }
    </Dialog>
  )
}

function Withdraw({
  bottleneck: { id, entered },
  onDone,
}: Readonly<{ bottleneck: Bottleneck; onDone: () => void }>) {
  const write = useMutation(bottleneckChanges.write())
  // Of what stood there when it was asked for.
  const [seenVersion] = useState(entered?.version ?? 0)
  const send = (version: number) =>
    write.mutate({ id, body: { seenVersion: version, entered: null } }, { onSuccess: onDone })
  return (
    <Form name="Take it back?" onSubmit={() => send(seenVersion)}>
      <p>Evidence and decision leave the list. All that was entered is kept, and can be entered again.</p>
      <NotSaved
        change={write}
        title="It was not taken back"
        bodyOf={bottleneckEnteredOf}
        inWords={inWords}
        take="Leave it as it is now"
        onTake={onDone}
        keep="Take it back all the same"
        onKeep={send}
      />
      <SubmitActions
        submit="Take back evidence and decision"
        submitting="Taking back"
        isPending={write.isPending}
        cancel="Keep it"
        onCancel={onDone}
      />
    </Form>
  )
}

function Versions({ id }: Readonly<{ id: string }>) {
  const query = useQuery(deliveryQueries.versions(id))
  return (
    <QueryPanel title="Versions" query={query} skeleton={<Skeleton name="versions" lines={3} />}>
      {({ items }) => (
        <ul className={styles['records']}>
          {items.map(({ version, by, at, isWithdrawn, entered }) => (
            <li key={version}>
              <Time at={at} form="date-time" />, {by}, version {version}:{' '}
              {isWithdrawn ? 'taken back' : entered === null ? 'it can no longer be read' : inWords(entered)}
            </li>
          ))}
        </ul>
      )}
    </QueryPanel>
  )
}
