import { useState } from 'react'

import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icon.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { beforeFrom } from '../../url/organization-view.ts'
import styles from './organization.module.css'

type BeforeSreProps = Readonly<{ before: number | null; onChange: (before: number | null) => void }>

/** The time before SRE has no incidents here: who knows how many there were says so, and the link keeps it. */
export function BeforeSre({ before, onChange }: BeforeSreProps) {
  return (
    <Disclosure
      className={styles['choice']}
      label={
        <>
          Before SRE <b>{before === null ? 'not entered' : `${before} a period`}</b>
          <Icon name="chevron-down" />
        </>
      }
    >
      {(close) => <BeforeField before={before} onChange={onChange} close={close} />}
    </Disclosure>
  )
}

function BeforeField({ before, onChange, close }: BeforeSreProps & Readonly<{ close: () => void }>) {
  const [text, setText] = useState(before === null ? '' : String(before))
  const value = beforeFrom(text)
  const isWrong = text !== '' && value === null
  return (
    <form
      className={styles['before']}
      onSubmit={(event) => {
        event.preventDefault()
        if (isWrong) return
        onChange(value)
        close()
      }}
    >
      <TextField
        label="Outages not detected internally, per period"
        inputMode="decimal"
        value={text}
        onChange={setText}
        isWrong={isWrong}
        note={
          isWrong
            ? 'A figure from 0.1 to 9999, as 9 or 8.5'
            : 'The mean before SRE began, from tickets or records of that time. It is kept in this page’s address.'
        }
      />
      <Button look="primary" onClick={(event) => event.currentTarget.form?.requestSubmit()}>
        Set
      </Button>
    </form>
  )
}
