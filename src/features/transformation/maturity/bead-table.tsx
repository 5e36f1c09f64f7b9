import type { ReactNode } from 'react'

import type { ComparedAspect, ComparedDimension } from '../../../contract/maturity.ts'
import {
  dimensionNames,
  levelName,
  maturityLevels,
  type MaturityDimension,
} from '../../../domain/maturity-model.ts'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import { AspectRow } from './aspect-row.tsx'
import styles from './beads.module.css'

type BeadTableProps = Readonly<{
  name: string
  dimensions: readonly ComparedDimension[]
  /** Those in sight. */
  aspects: readonly ComparedAspect[]
  /** What is known besides of an aspect. */
  detailOf: (aspect: ComparedAspect) => ReactNode
}>

/** Each aspect with its three levels, a bead where it was and one where it is. */
export function BeadTable({ name, dimensions, aspects, detailOf }: BeadTableProps) {
  const shown = dimensions.filter(({ dimension }) => aspects.some((one) => one.dimension === dimension))
  if (shown.length === 0) return null
  return (
    <table className={styles['beads']}>
      <caption>
        <VisuallyHidden>{name}</VisuallyHidden>
      </caption>
      {shown.map((dimension) => (
        <tbody key={dimension.dimension}>
          <DimensionRow {...dimension} />
          {aspects
            .filter((aspect) => aspect.dimension === dimension.dimension)
            .map((aspect) => (
              <AspectRow key={aspect.aspect} aspect={aspect} detail={() => detailOf(aspect)} />
            ))}
        </tbody>
      ))}
    </table>
  )
}

function DimensionRow({ dimension, before, now }: ComparedDimension) {
  return (
    <tr className={styles['head']}>
      <th scope="rowgroup">
        {dimensionNames[dimension]}
        <span className={styles['points']}>
          {before !== null && `${before.points} to `}
          <b>{now?.points ?? 0}</b> of {now?.possible ?? 0}
        </span>
      </th>
      <LevelHeads dimension={dimension} />
    </tr>
  )
}

function LevelHeads({ dimension }: Readonly<{ dimension: MaturityDimension }>) {
  return maturityLevels.map((level) => (
    <th key={level} scope="col">
      {levelName(level, dimension)}
    </th>
  ))
}
