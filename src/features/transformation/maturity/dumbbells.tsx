import type { ComparedDimension } from '../../../contract/maturity.ts'
import { dimensionNames } from '../../../domain/maturity-model.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Figure } from '../../../ui/figure.tsx'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import styles from './drawings.module.css'
import { percentOf, stepWords } from './maturity-words.ts'

type DumbbellsProps = Readonly<{ dimensions: readonly ComparedDimension[] }>

/** The share of its points that each dimension has, then and now. */
export function Dumbbells({ dimensions }: DumbbellsProps) {
  return (
    <ul className={styles['dumbbells']} aria-label="Share of points by dimension">
      {dimensions.map((one) => (
        <li key={one.dimension} className={styles['dumbbell']}>
          <span className={styles['dimension']}>{dimensionNames[one.dimension]}</span>
          <Shares {...one} />
        </li>
      ))}
    </ul>
  )
}

function Shares({ before, now, change }: ComparedDimension) {
  const share = now?.share ?? null
  const then = before?.share ?? null
  if (now === null || share === null) return <Absent reason="Nothing was answered" />
  return (
    <>
      <b>
        <Figure value={String(percentOf(share))} unit="%" />
      </b>
      {then === null ? (
        <Absent reason="There is nothing to compare with" />
      ) : (
        <em className={change === 'regressing' ? styles['slipped'] : styles['step']}>
          {stepWords(then, share)}
          <VisuallyHidden> percent points, from {percentOf(then)} percent</VisuallyHidden>
        </em>
      )}
      <Drawing before={then} now={share} isSlipped={change === 'regressing'} />
    </>
  )
}

type DrawingProps = Readonly<{ before: number | null; now: number; isSlipped: boolean }>

const MIDDLE = 9
const TICKS = [0, 0.5, 1]

function Drawing({ before, now, isSlipped }: DrawingProps) {
  const x = (share: number) => `${share * 100}%`
  return (
    <svg className={styles['drawing']} aria-hidden="true">
      <line className={styles['grid']} x1="0" x2="100%" y1={MIDDLE} y2={MIDDLE} />
      {TICKS.map((tick) => (
        <line
          key={tick}
          className={styles['tick']}
          x1={x(tick)}
          x2={x(tick)}
          y1={MIDDLE - 3}
          y2={MIDDLE + 3}
        />
      ))}
      {before !== null && (
        <>
          <line className={styles['bar']} x1={x(before)} x2={x(now)} y1={MIDDLE} y2={MIDDLE} />
          <circle className={styles['then']} cx={x(before)} cy={MIDDLE} r="4" />
        </>
      )}
      <circle
        className={isSlipped ? styles['nowSlipped'] : before === now ? styles['nowSame'] : styles['now']}
        cx={x(now)}
        cy={MIDDLE}
        r="4.2"
      />
    </svg>
  )
}
