import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { calendarChanges, calendarQueries } from '../../api/calendar-queries.ts'
import { QueryPanel } from '../../api/query-panel.tsx'
import { NotSaved } from '../../api/not-saved.tsx'
import { usePermission } from '../../api/use-permission.ts'
import { cadencesOf, type CadenceList, type Cadences } from '../../contract/calendar.ts'
import { cadenceWords, type Cadence, type ReviewKind } from '../../domain/review-calendar.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, FormActions } from '../../ui/form.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Time } from '../../ui/time.tsx'
import styles from './calendar.module.css'

/** How often each review is held: as the product has it, or as the organization says. */
export function CadencesDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const query = useQuery(calendarQueries.cadences())
  return (
    <Dialog title="Cadences" width="wide" onClose={onClose}>
      {(close) => (
        <QueryPanel title="The cadences" query={query} skeleton={<Skeleton name="cadences" lines={14} />}>
          {(list) => <CadencesForm list={list} onDone={close} />}
        </QueryPanel>
      )}
    </Dialog>
  )
}

const choices = ['none', '1 week', '2 week', '1 month', '2 month', '3 month', '6 month', '12 month'] as const

function textOf(cadence: Cadence | null): string {
  return cadence === null ? 'none' : `${cadence.every} ${cadence.unit}`
}

function cadenceFrom(text: string): Cadence | null {
  const [every, unit] = text.split(' ')
  return unit === 'week' || unit === 'month' ? { every: Number(every), unit } : null
}

type Chosen = Readonly<Partial<Record<ReviewKind, string>>>

function CadencesForm({ list, onDone }: Readonly<{ list: CadenceList; onDone: () => void }>) {
  const { whyNot } = usePermission('change-cadences', null)
  const save = useMutation(calendarChanges.writeCadences())
  const [chosen, setChosen] = useState<Chosen>({})
  const [since, setSince] = useState(list.since ?? '')
  // Of what the form began with: the page goes on being read meanwhile.
  const [seenVersion, setSeenVersion] = useState(list.version)
  const textFor = ({ kind, cadence }: CadenceList['items'][number]) => chosen[kind] ?? textOf(cadence)

  function send(overVersion: number) {
    const cadences = list.items
      .filter((item) => textFor(item) !== textOf(item.usual))
      .map((item) => ({ kind: item.kind, cadence: cadenceFrom(textFor(item)) }))
    save.mutate(
      { seenVersion: overVersion, since: since === '' ? null : since, cadences },
      { onSuccess: onDone },
    )
  }

  return (
    <Form onSubmit={() => send(seenVersion)}>
      {whyNot !== null && <p className="muted">{whyNot} to change them.</p>}
      <div className={styles['cadences']}>
        {list.items.map((item) => (
          <label key={item.kind}>
            <span>{item.name}</span>
            <select
              value={textFor(item)}
              disabled={whyNot !== null}
              onChange={(event) => setChosen((held) => ({ ...held, [item.kind]: event.target.value }))}
            >
              {[...new Set([...choices, textOf(item.cadence), textOf(item.usual)])].map((text) => (
                <option key={text} value={text}>
                  {cadenceWords(cadenceFrom(text))}
                  {text === textOf(item.usual) && ', as usual'}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
      <TextField
        label="Held in turn since"
        type="date"
        value={since}
        disabled={whyNot !== null}
        onChange={setSince}
        note="What was never held is due a cadence after this day; left empty, after the first SLO"
      />
      {list.by !== null && list.at !== null && (
        <p className="muted">
          Last changed by {list.by}, <Time at={list.at} form="date" />.
        </p>
      )}
      <NotSaved
        change={save}
        title="They were not saved"
        bodyOf={cadencesOf}
        inWords={differences}
        onTake={(theirs, version) => {
          const own = new Map(theirs.cadences.map(({ kind, cadence }) => [kind, cadence]))
          setChosen(
            Object.fromEntries(
              list.items.map(({ kind, usual }) => [
                kind,
                textOf(own.has(kind) ? (own.get(kind) ?? null) : usual),
              ]),
            ),
          )
          setSince(theirs.since ?? '')
          setSeenVersion(version)
        }}
        onKeep={send}
      />
      <FormActions>
        <Button onClick={onDone}>{whyNot === null ? 'Cancel' : 'Close'}</Button>
        {whyNot === null && (
          <button type="submit" className={buttonClass('primary')} disabled={save.isPending}>
            {save.isPending ? 'Saving' : 'Save the cadences'}
          </button>
        )}
      </FormActions>
    </Form>
  )
}

function differences({ cadences, since }: Cadences): string {
  const own = cadences.map(({ kind, cadence }) => `${kind} ${cadenceWords(cadence)}`)
  return [...own, since === null ? 'since the first SLO' : `since ${since}`].join('; ')
}
