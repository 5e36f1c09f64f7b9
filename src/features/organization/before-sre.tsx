import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { beforeSreQueries } from '../../api/before-sre-queries.ts'
import { usePermission } from '../../api/use-permission.ts'
import type { BeforeSreAnswer } from '../../contract/before-sre.ts'
import { formatMonth } from '../../domain/month.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { Time } from '../../ui/time.tsx'
import { beforeFrom } from '../../url/organization-view.ts'
import { BeforeSreDialog } from './before-sre-dialog.tsx'
import styles from './organization.module.css'

type BeforeSreProps = Readonly<{
  /** As the address has it, which goes before what was entered. */
  typed: number | null
  onType: (typed: number | null) => void
}>

/** The time before SRE has no incidents here: who knows how many there were enters it for everybody, or tries one in a link. */
export function BeforeSre({ typed, onType }: BeforeSreProps) {
  const answer = useQuery(beforeSreQueries.current()).data
  const [isEntering, setIsEntering] = useState(false)
  const before = typed ?? answer?.current?.perPeriod ?? null
  return (
    <>
      <Disclosure
        className={styles['choice']}
        label={
          <>
            Before SRE <b>{before === null ? 'not entered' : `${before} a period`}</b>
            <Icon name="chevron-down" />
          </>
        }
      >
        {(close) => (
          <div className={styles['before']}>
            {answer !== undefined && (
              <Entered
                answer={answer}
                onEnter={() => {
                  close()
                  setIsEntering(true)
                }}
              />
            )}
            <TypedField typed={typed} onType={onType} close={close} />
          </div>
        )}
      </Disclosure>
      {isEntering && answer !== undefined && (
        <BeforeSreDialog answer={answer} onClose={() => setIsEntering(false)} />
      )}
    </>
  )
}

type EnteredProps = Readonly<{ answer: BeforeSreAnswer; onEnter: () => void }>

function Entered({ answer: { current }, onEnter }: EnteredProps) {
  const { whyNot } = usePermission('record-expectations', null)
  return (
    <>
      <p>
        {current === null ? (
          'Nobody has entered what was before SRE.'
        ) : (
          <>
            <b>{current.perPeriod} a period</b>, {formatMonth(current.from)} to {formatMonth(current.to)}.{' '}
            {current.note}{' '}
            <span className="muted">
              Entered by {current.by}, <Time at={current.at} form="date" />.
            </span>
          </>
        )}
      </p>
      {whyNot === null ? (
        <Button onClick={onEnter}>
          {current === null ? 'Enter it for everybody' : 'Change it for everybody'}
        </Button>
      ) : (
        <p className="muted">{whyNot} to enter it for everybody.</p>
      )}
    </>
  )
}

function TypedField({ typed, onType, close }: BeforeSreProps & Readonly<{ close: () => void }>) {
  const [text, setText] = useState(typed === null ? '' : String(typed))
  const value = beforeFrom(text)
  const isWrong = text !== '' && value === null
  return (
    <form
      className={styles['before']}
      onSubmit={(event) => {
        event.preventDefault()
        if (isWrong) return
        onType(value)
        close()
      }}
    >
      <TextField
        label="Another figure, in this link only"
        inputMode="decimal"
        value={text}
        onChange={setText}
        mistake={isWrong && 'A figure from 0.1 to 9999, as 9 or 8.5'}
        note="Outages not detected internally, per period. It goes before what is entered; empty leaves the link."
      />
      <Button onClick={(event) => event.currentTarget.form?.requestSubmit()}>Set in the link</Button>
    </form>
  )
}
