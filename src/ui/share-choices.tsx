import { useId, useState, type ReactNode } from 'react'

import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import styles from './share-choices.module.css'

type ShareLink = Readonly<{ link: string; says: string }>

type ShareChoicesProps = Readonly<{
  live: ShareLink
  frozen: ShareLink | null
  /** What else can be taken along: files. */
  children?: ReactNode
}>

const names = { frozen: 'Frozen link', live: 'Live link' } as const

/** A link to this view that stays as it is, or one that moves with time: what each fixes is said before it is copied. */
export function ShareChoices({ live, frozen, children }: ShareChoicesProps) {
  const group = useId()
  const [chosen, setChosen] = useState<keyof typeof names>('frozen')
  const [result, setResult] = useState<'copied' | 'refused' | null>(null)
  const offered = frozen === null ? ({ live } as const) : ({ frozen, live } as const)
  const current = chosen === 'frozen' && frozen !== null ? 'frozen' : 'live'
  const { link } = current === 'frozen' && frozen !== null ? frozen : live

  function choose(kind: keyof typeof names) {
    setChosen(kind)
    setResult(null)
  }

  function copy() {
    navigator.clipboard.writeText(link).then(
      () => setResult('copied'),
      () => setResult('refused'),
    )
  }

  return (
    <div className={styles['share']}>
      <fieldset>
        <legend>Share this view</legend>
        {(['frozen', 'live'] as const).map((kind) => {
          const one = kind in offered ? (kind === 'frozen' ? frozen : live) : null
          if (one === null) return null
          return (
            <label key={kind} className={styles['choice']}>
              <input
                type="radio"
                name={group}
                checked={kind === current}
                aria-labelledby={`${group}-${kind}`}
                aria-describedby={`${group}-${kind}-says`}
                onChange={() => choose(kind)}
              />
              <b id={`${group}-${kind}`}>{names[kind]}</b>
              <span id={`${group}-${kind}-says`}>{one.says}</span>
            </label>
          )
        })}
      </fieldset>
      {/* Shown whole, so that it can be checked, and copied by hand where the browser does not do it. */}
      <textarea
        readOnly
        rows={3}
        aria-label={names[current]}
        value={link}
        onFocus={(event) => event.target.select()}
      />
      <div className={styles['actions']}>
        <Button look="primary" onClick={copy}>
          <Icon name="link" />
          Copy the link
        </Button>
        {children}
      </div>
      <p role="status" className={styles['note']}>
        {result === 'copied' && `${names[current]} copied`}
        {result === 'refused' && 'The browser did not allow it: copy it from the field above.'}
      </p>
    </div>
  )
}
