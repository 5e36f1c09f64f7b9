import type { DependencyOnWire } from '../../../contract/set-slo.ts'
import type { DependencyStrength, FailureMode } from '../../../domain/composition.ts'
import { unanswered, type DependencyAnswer } from '../../../domain/dependency-answers.ts'
import { formatReliability } from '../../../domain/format-reliability.ts'
import { formatTarget } from '../../../domain/format.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Select } from '../../../ui/select.tsx'
import { Button } from '../../../ui/button.tsx'
import { RowCheckbox } from '../../../ui/checkbox.tsx'
import { Figure } from '../../../ui/figure.tsx'
import { FiguresTable } from '../workflow/figures-table.tsx'
import styles from './set-slo.module.css'

const strengths: readonly Readonly<{ value: DependencyStrength; label: string }>[] = [
  { value: 'strong', label: 'Strong' },
  { value: 'between', label: 'In between' },
  { value: 'soft', label: 'Soft' },
]

const failures: readonly Readonly<{ value: FailureMode; label: string }>[] = [
  { value: 'apart', label: 'Apart' },
  { value: 'together', label: 'Together' },
  { value: 'stand-in', label: 'Has a stand-in' },
]

function saidOf({ name }: DependencyOnWire, said: readonly DependencyAnswer[]): DependencyAnswer {
  return said.find((one) => one.name === name) ?? unanswered(name)
}

type DependencyRolesProps = Readonly<{
  dependencies: readonly DependencyOnWire[]
  /** As the address has them: the rows may still be those before the last change. */
  said: readonly DependencyAnswer[]
  onAnswer: (answer: DependencyAnswer) => void
  onRemove: (name: string) => void
}>

/** What only people know of a dependency, beside what it promises and kept. */
export function DependencyRoles({ dependencies, said, onAnswer, onRemove }: DependencyRolesProps) {
  if (dependencies.length === 0) return null
  const change = (row: DependencyOnWire, part: Partial<DependencyAnswer>) =>
    onAnswer({ ...saidOf(row, said), ...part })
  const isAdded = ({ service, correctionCount }: DependencyOnWire) =>
    service === null && correctionCount === 0
  return (
    <FiguresTable
      caption="How each dependency holds the service up"
      rows={dependencies}
      rowKey={({ name }) => name}
      columns={[
        { header: 'Dependency', cell: ({ name }) => name },
        {
          header: 'Promised',
          isFigure: true,
          cell: ({ promised }) =>
            promised === null ? (
              <Absent reason="No target for its availability" />
            ) : (
              <Figure value={formatTarget(promised)} unit="%" />
            ),
        },
        {
          header: 'Kept',
          isFigure: true,
          cell: ({ kept, service }) =>
            kept === null ? (
              <Absent
                reason={service === null ? 'Nothing outside is measured' : 'No availability was measured'}
              />
            ) : (
              <Figure value={formatReliability(kept)} unit="%" />
            ),
        },
        {
          header: 'Strength',
          cell: (row) => (
            <Select
              className={styles['select']}
              aria-label={`Strength of ${row.name}`}
              value={saidOf(row, said).strength ?? 'strong'}
              options={strengths}
              onChange={(strength) => change(row, { strength })}
            />
          ),
        },
        {
          header: 'Adaptive capacity',
          cell: (row) => (
            <RowCheckbox
              label={`Adaptive capacity for ${row.name} is in place`}
              isChecked={saidOf(row, said).hasAdaptiveCapacity}
              onChange={(hasAdaptiveCapacity) => change(row, { hasAdaptiveCapacity })}
            />
          ),
        },
        {
          header: 'Fails',
          cell: (row) => (
            <Select
              className={styles['select']}
              aria-label={`How ${row.name} fails`}
              value={saidOf(row, said).failure}
              options={failures}
              onChange={(failure) => change(row, { failure })}
            />
          ),
        },
        ...(dependencies.some(isAdded)
          ? [
              {
                header: 'Added by hand',
                cell: (row: DependencyOnWire) =>
                  isAdded(row) && (
                    <Button look="quiet" aria-label={`Remove ${row.name}`} onClick={() => onRemove(row.name)}>
                      Remove
                    </Button>
                  ),
              },
            ]
          : []),
      ]}
    />
  )
}
