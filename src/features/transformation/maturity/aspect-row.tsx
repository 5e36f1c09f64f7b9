import { useId, useState, type ReactNode } from 'react'

import type { ComparedAspect } from '../../../contract/maturity.ts'
import { maturityLevels, type MaturityScore } from '../../../domain/maturity-model.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import styles from './beads.module.css'
import { changeWords } from './maturity-words.ts'

type AspectRowProps = Readonly<{ aspect: ComparedAspect; detail: () => ReactNode }>

const scores = [0, 1, 2] as const
const SPEAKING = 4

export function AspectRow({ aspect, detail }: AspectRowProps) {
  const [isOpen, setIsOpen] = useState(false)
  const detailId = useId()
  const { name, now, change } = aspect
  return (
    <>
      <tr
        className={change === 'regressing' ? styles['down'] : change === 'progressing' ? '' : styles['same']}
      >
        <th scope="row">
          <button
            type="button"
            className={styles['aspect']}
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailId : undefined}
            onClick={() => setIsOpen(!isOpen)}
          >
            {name}
            <VisuallyHidden>
              , {now === null ? 'unanswered' : change === null ? 'not compared' : changeWords[change]}
            </VisuallyHidden>
          </button>
          {now === null && <span className={styles['unanswered']}>unanswered</span>}
        </th>
        {scores.map((score) => (
          <LevelCell key={score} score={score} aspect={aspect} />
        ))}
      </tr>
      {isOpen && (
        <tr id={detailId}>
          <td className={styles['detail']} colSpan={SPEAKING}>
            {detail()}
          </td>
        </tr>
      )}
    </>
  )
}

type LevelCellProps = Readonly<{ score: MaturityScore; aspect: ComparedAspect }>

function LevelCell({ score, aspect }: LevelCellProps) {
  const { before, now } = aspect
  const { short, full } = aspect[maturityLevels[score] ?? 'regressive']
  const isNow = now === score
  const isBefore = before === score
  const low = Math.min(before ?? now ?? 0, now ?? before ?? 0)
  const high = Math.max(before ?? now ?? 0, now ?? before ?? 0)
  const isLinked = before !== null && now !== null
  return (
    <td className={isNow ? `${styles['level']} ${styles['isNow']}` : styles['level']} title={full}>
      {isLinked && score > low && score <= high && <i className={styles['lineIn']} />}
      {isLinked && score >= low && score < high && (
        <i className={score > low ? `${styles['lineOut']} ${styles['through']}` : styles['lineOut']} />
      )}
      {(isNow || isBefore) && (
        <i className={isNow ? `${styles['bead']} ${styles['full']}` : styles['bead']} />
      )}
      {isBefore && !isNow && <VisuallyHidden>Before: </VisuallyHidden>}
      {isNow && <VisuallyHidden>{isBefore ? 'Before and now: ' : 'Now: '}</VisuallyHidden>}
      <span>{short}</span>
    </td>
  )
}
