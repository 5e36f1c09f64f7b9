import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'

import { RefusedChange } from '../../api/refused-change.tsx'
import { useServerNow } from '../../api/server-clock.ts'
import { statusChanges } from '../../api/status-queries.ts'
import type { StatusIncident } from '../../contract/status.ts'
import { audiences, type Audience, type Bracket } from '../../domain/service-status.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Form, SubmitActions } from '../../ui/form.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { TextArea } from '../../ui/text-area.tsx'
import { Time } from '../../ui/time.tsx'
import { audienceWords } from './audience-words.ts'
import styles from './status.module.css'

type TellDialogProps = Readonly<{ incident: StatusIncident; onClose: () => void }>

const HOUR_MS = 3_600_000
const waits = [
  { value: '1', label: '1 hour' },
  { value: '2', label: '2 hours' },
  { value: '4', label: '4 hours' },
] as const
type Wait = (typeof waits)[number]['value']

const audienceOptions = audiences.map((value) => ({ value, label: audienceWords[value] }))

/** What people are told: once it stands there it cannot be unsaid, only followed by another. */
export function TellDialog({ incident, onClose }: TellDialogProps) {
  const { updates } = incident
  const isFirst = updates.length === 0
  const tell = useMutation(statusChanges.tell())
  const nowMs = useServerNow() ?? 0
  const [text, setText] = useState('')
  const [audience, setAudience] = useState<Audience>('external')
  const [wait, setWait] = useState<Wait>('1')
  const [bracket, setBracket] = useState<Bracket>(isFirst ? 'first' : 'progress')
  const [isTried, setIsTried] = useState(false)
  const isMissing = text.trim() === ''
  const nextMs = nowMs + Number(wait) * HOUR_MS

  function submit(close: () => void) {
    setIsTried(true)
    if (isMissing) return
    const nextAt = bracket === 'last' ? null : `${new Date(nextMs).toISOString().slice(0, 19)}Z`
    const body = {
      incident: incident.id,
      bracket,
      audience,
      text: text.trim(),
      nextAt,
      seenCount: updates.length,
    }
    tell.mutate(body, { onSuccess: close })
  }

  return (
    <Dialog title={isFirst ? 'Write the first update' : 'Write an update'} onClose={onClose}>
      {(close) => (
        <Form onSubmit={() => submit(close)}>
          <p className="muted">
            {incident.services.map(({ name }) => name).join(', ')}
            {incident.deployments.length > 0 && ` in ${incident.deployments.join(', ')}`}
          </p>
          <TextArea
            label="What people are told"
            rows={4}
            maxLength={1000}
            value={text}
            onChange={setText}
            mistake={isTried && isMissing && 'Write what is known'}
          />
          <Choice name="For whom">
            <Segmented label="For whom" options={audienceOptions} value={audience} onChange={setAudience} />
          </Choice>
          {!isFirst && (
            <Choice name="How it stands">
              <Segmented
                label="How it stands"
                options={[
                  { value: 'progress', label: 'It goes on' },
                  { value: 'last', label: 'It is over' },
                ]}
                value={bracket}
                onChange={setBracket}
              />
            </Choice>
          )}
          {bracket !== 'last' && (
            <Choice name="Next update in">
              <div className={styles['next']}>
                <Segmented label="Next update in" options={waits} value={wait} onChange={setWait} />
                <span className="muted">
                  by <Time at={nextMs} form="date-time" />
                </span>
              </div>
            </Choice>
          )}
          <RefusedChange title="It was not told" error={tell.error} />
          <SubmitActions
            submit="Tell people"
            submitting="Telling"
            isPending={tell.isPending}
            onCancel={close}
          />
        </Form>
      )}
    </Dialog>
  )
}

/** The group of buttons has the name too, for those who do not see it. */
function Choice({ name, children }: Readonly<{ name: string; children: ReactNode }>) {
  return (
    <div className={styles['choice']}>
      <span aria-hidden="true">{name}</span>
      {children}
    </div>
  )
}
