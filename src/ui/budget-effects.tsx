import type { BudgetState } from '../domain/state.ts'
import { Absent } from './absent.tsx'
import styles from './budget-effects.module.css'
import { EndpointName } from './endpoint-name.tsx'
import { Percent } from './percent.tsx'
import { StateBadge } from './state-badge.tsx'
import { Time } from './time.tsx'
import { VisuallyHidden } from './visually-hidden.tsx'

type Standing = Readonly<{
  remaining: number | null
  state: BudgetState
  exhaustedAt: string | null
  projectedExhaustionAt: string | null
}>

type Effect = Readonly<{
  slo: string
  sliName: string
  endpoint: Readonly<{ verb: string | null; path: string }>
  period: Readonly<{ id: string; name: string; isOpen: boolean }>
  before: Standing
  after: Standing
}>

type BudgetEffectsProps = Readonly<{ effects: readonly Effect[] }>

/** Budget, verdict and exhaustion as they are and as they would be. */
export function BudgetEffects({ effects }: BudgetEffectsProps) {
  if (effects.length === 0)
    return <p className="muted">No period that it falls in has begun: there are no figures to change yet.</p>
  return (
    <>
      {/* A region that scrolls must be reachable by keyboard. */}
      <div className={styles['scroll']} role="region" tabIndex={0} aria-label="Effect by SLO and period">
        <EffectTable effects={effects} />
      </div>
      {effects.some(({ period }) => !period.isOpen) && (
        <p className="muted">
          A period that has closed is restated: its figures say since when they have been others.
        </p>
      )}
    </>
  )
}

function EffectTable({ effects }: BudgetEffectsProps) {
  return (
    <table className={styles['table']}>
      <caption>
        <VisuallyHidden>Budgets as they are and as they would be</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">SLO</th>
          <th scope="col">Period</th>
          <th scope="col">Budget left</th>
          <th scope="col">Result</th>
          <th scope="col">Runs out</th>
        </tr>
      </thead>
      <tbody>
        {effects.map(({ slo, endpoint, sliName, period, before, after }) => (
          <tr key={`${slo} ${period.id}`}>
            <th scope="row">
              <EndpointName {...endpoint} /> {sliName}
            </th>
            <td>{period.name}</td>
            <td>
              <Left effect={before} /> <Arrow /> <Left effect={after} />
            </td>
            <td>
              <StateBadge state={before.state} />
              {after.state !== before.state && (
                <>
                  {' '}
                  <Arrow /> <StateBadge state={after.state} />
                </>
              )}
            </td>
            <td>
              <RunsOut effect={before} />
              {outAt(before) !== outAt(after) && (
                <>
                  {' '}
                  <Arrow /> <RunsOut effect={after} />
                </>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Arrow() {
  return (
    <>
      <span className={styles['arrow']} aria-hidden="true">
        →
      </span>
      <VisuallyHidden>would become</VisuallyHidden>
    </>
  )
}

function Left({ effect: { remaining } }: Readonly<{ effect: Standing }>) {
  return remaining === null ? (
    <Absent reason="A target of 100 % leaves no budget" />
  ) : (
    <Percent ratio={remaining} />
  )
}

const outAt = ({ exhaustedAt, projectedExhaustionAt }: Standing) => exhaustedAt ?? projectedExhaustionAt

function RunsOut({ effect }: Readonly<{ effect: Standing }>) {
  const at = outAt(effect)
  if (at === null) return <Absent reason="Not in this period" />
  return (
    <>
      {effect.exhaustedAt === null && '~'}
      <Time at={at} form="date-time" />
    </>
  )
}
