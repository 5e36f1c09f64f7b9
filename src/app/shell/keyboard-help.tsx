import { useEffect, useRef } from 'react'

import { setSingleKeys, useSingleKeys } from '../../stores/preferences.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Icon } from '../../ui/icon.tsx'
import styles from './keyboard-help.module.css'

type Shortcut = Readonly<{ keys: readonly string[]; does: string }>

const singleKeys: readonly Shortcut[] = [
  { keys: ['J', 'K'], does: 'next and previous row of a list or table' },
  { keys: ['F'], does: 'to the filters' },
  { keys: ['T'], does: 'table or drawing of the chart' },
  { keys: ['?'], does: 'this list' },
]

const always: readonly Shortcut[] = [
  { keys: ['Ctrl K'], does: 'search or jump (on a Mac: Cmd K)' },
  { keys: ['Enter'], does: 'open the row or the hit' },
  { keys: ['Ctrl Enter'], does: 'open the hit of a search beside this page' },
  { keys: ['Shift Enter'], does: 'on a column’s head: sort by it as well' },
  { keys: ['Esc'], does: 'close a menu, a list or a dialog' },
]

export function KeyboardHelp({ onClose }: Readonly<{ onClose: () => void }>) {
  const dialog = useRef<HTMLDialogElement>(null)
  const isOn = useSingleKeys()

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  return (
    <dialog ref={dialog} className={styles['dialog']} aria-labelledby="keys-title" onClose={onClose}>
      <div className={styles['head']}>
        <h2 id="keys-title">Keyboard shortcuts</h2>
        <Button look="quiet" aria-label="Close" onClick={() => dialog.current?.close()}>
          <Icon name="close" />
        </Button>
      </div>
      <h3 className={styles['group']}>Single keys{isOn ? '' : ', switched off'}</h3>
      <Shortcuts shortcuts={singleKeys} />
      <Checkbox isChecked={isOn} onChange={setSingleKeys}>
        Single keys act
      </Checkbox>
      <h3 className={styles['group']}>Everywhere</h3>
      <Shortcuts shortcuts={always} />
    </dialog>
  )
}

function Shortcuts({ shortcuts }: Readonly<{ shortcuts: readonly Shortcut[] }>) {
  return (
    <dl className={styles['keys']}>
      {shortcuts.map(({ keys, does }) => (
        <div key={does} className={styles['shortcut']}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  )
}
