import { setSingleKeys, useSingleKeys } from '../../stores/preferences.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './keyboard-help.module.css'

type Shortcut = Readonly<{ keys: readonly string[]; does: string }>

const singleKeys: readonly Shortcut[] = [
  { keys: ['J', 'K'], does: 'next and previous row of a list or table' },
  { keys: ['O'], does: 'to your own team' },
  { keys: ['F'], does: 'to the filters' },
  { keys: ['S'], does: 'how the rows of a table are sorted' },
  { keys: ['G'], does: 'group a matrix by SLI or by service' },
  { keys: ['X'], does: 'on features or reliability: the row to the shortlist, or off it' },
  { keys: ['T'], does: 'table or drawing of the chart' },
  { keys: ['N'], does: 'begin an assessment of maturity, on its page' },
  { keys: ['?'], does: 'this list' },
]

const always: readonly Shortcut[] = [
  { keys: ['Ctrl K'], does: 'search or jump (on a Mac: Cmd K)' },
  { keys: ['Enter'], does: 'open the row, the cell or the hit' },
  {
    keys: ['↑', '↓', '←', '→'],
    does: 'in a matrix: to the next cell; Home and End to the first and last of the row',
  },
  { keys: ['Ctrl Enter'], does: 'open the hit of a search beside this page' },
  { keys: ['Shift Enter'], does: 'on a column’s head: sort by it as well' },
  { keys: ['Esc'], does: 'close a menu, a list or a dialog' },
]

export function KeyboardHelp({ onClose }: Readonly<{ onClose: () => void }>) {
  const isOn = useSingleKeys()

  return (
    <Dialog title="Keyboard shortcuts" onClose={onClose}>
      {() => (
        <>
          <h3 className={styles['group']}>Single keys{isOn ? '' : ', switched off'}</h3>
          <Shortcuts shortcuts={singleKeys} />
          <Checkbox isChecked={isOn} onChange={setSingleKeys}>
            Single keys act
          </Checkbox>
          <h3 className={styles['group']}>Everywhere</h3>
          <Shortcuts shortcuts={always} />
        </>
      )}
    </Dialog>
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
