import { YES_OR_NO } from '../../domain/expectation.ts'

import type { Expectation } from '../../contract/expectations.ts'
import { formatMonth } from '../../domain/month.ts'
import { Absent } from '../../ui/absent.tsx'
import type { Column } from '../../ui/data-table.tsx'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { TwoLines } from '../../ui/two-lines.tsx'
import { stateMarks, stateNote, stateWords, whyWords } from './expectation-state-words.ts'
import { signalValue, sourceText, stakeholderWords, targetText } from './expectation-words.ts'
import styles from './expectations.module.css'
import { SignalLine } from './signal-line.tsx'

export function expectationColumns(onOpen: (id: string) => void): readonly Column<Expectation>[] {
  return [
    {
      id: 'title',
      header: 'Expectation',
      isRowHeader: true,
      width: '296px',
      cell: ({ id, title, stakeholder }) => (
        <TwoLines
          first={
            <button type="button" className={styles['open']} onClick={() => onOpen(id)}>
              {title}
            </button>
          }
          second={stakeholderWords[stakeholder]}
        />
      ),
    },
    { id: 'state', header: 'State', width: '168px', cell: (one) => <State expectation={one} /> },
    { id: 'line', header: 'Signal', width: '110px', cell: (one) => <SignalLine expectation={one} /> },
    { id: 'base', header: 'Before', width: '84px', align: 'end', cell: (one) => <Before {...one} /> },
    {
      id: 'target',
      header: 'Target',
      width: '136px',
      align: 'end',
      cell: (one) => (
        <TwoLines
          first={targetText(one.target, one.unit)}
          second={'percent' in one.target && one.goal !== null && signalValue(one.goal, one.unit)}
        />
      ),
    },
    { id: 'now', header: 'Now', width: '96px', align: 'end', cell: (one) => <Now {...one} /> },
    { id: 'due', header: 'Due', width: '84px', cell: ({ checkpoint }) => formatMonth(checkpoint) },
    {
      id: 'owner',
      header: 'Owner, source',
      width: '206px',
      cell: (one) => <TwoLines first={one.owner} second={sourceText(one)} />,
    },
  ]
}

export function State({ expectation }: Readonly<{ expectation: Expectation }>) {
  const { state } = expectation
  const note = stateNote(expectation)
  return (
    <TwoLines
      first={
        <span className={styles['state']}>
          <StateGlyph state={stateMarks[state]} />
          {stateWords[state]}
        </span>
      }
      second={note !== '' && <span title={note}>{note}</span>}
    />
  )
}

/** The target beside it says the unit in full; a sign belongs to its figure. */
const shortUnit = (unit: string) => (['%', 'min', YES_OR_NO].includes(unit) ? unit : '')

function Before({ base, unit, target, source }: Expectation) {
  if (base !== null) return signalValue(base, shortUnit(unit))
  const reason =
    'value' in target
      ? 'A level is expected, whatever it was before'
      : source.kind === 'typed'
        ? whyWords['base-missing']
        : 'Not measured before'
  return <Absent reason={reason} />
}

function Now({ judged, unit, goal }: Expectation) {
  if (judged === null) return <Absent reason={whyWords['no-value']} />
  return <TwoLines first={signalValue(judged.value, shortUnit(unit), goal)} second={judged.label} />
}
