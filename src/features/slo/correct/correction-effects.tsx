import type { CorrectionEffect, CorrectionPreview } from '../../../contract/corrections.ts'
import { formatCount } from '../../../domain/format.ts'
import { Absent } from '../../../ui/absent.tsx'
import { EndpointName } from '../../../ui/endpoint-name.tsx'
import { Percent } from '../../../ui/percent.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { Time } from '../../../ui/time.tsx'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import styles from './correct.module.css'

/** Budget, verdict and exhaustion as they are and as they would be. */
export function CorrectionEffects({ preview }: Readonly<{ preview: CorrectionPreview }>) {
  const { effects } = preview
  return (
    <section className={styles['effect']} aria-label="Effect">
      <Times preview={preview} />
      {effects.length === 0 ? (
        <p className="muted">No period that it falls in has begun: there are no figures to change yet.</p>
      ) : (
        // A region that scrolls must be reachable by keyboard.
        <div className={styles['scroll']} role="region" tabIndex={0} aria-label="Effect by SLO and period">
          <EffectTable effects={effects} />
        </div>
      )}
      {effects.some(({ period }) => !period.isOpen) && (
        <p className="muted">
          A period that has closed is restated: its figures say since when they have been others.
        </p>
      )}
    </section>
  )
}

function Times({
  preview: { kind, times, timeCount, recurrence },
}: Readonly<{ preview: CorrectionPreview }>) {
  const [first] = times
  if (first === undefined) return null
  return (
    <p>
      {recurrence !== null && `${recurrence.charAt(0).toUpperCase()}${recurrence.slice(1)}: `}
      {times.map(({ start, end }, index) => (
        <span key={start}>
          {index > 0 && '; '}
          <Time at={start} form="day-time" />
          {kind === 'exclusion' && (
            <>
              {' '}
              to <Time at={end} form="day-time" />
            </>
          )}
        </span>
      ))}
      {timeCount > times.length && `; and ${formatCount(timeCount - times.length)} more`}.
    </p>
  )
}

function EffectTable({ effects }: Pick<CorrectionPreview, 'effects'>) {
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
      <span aria-hidden="true">→</span>
      <VisuallyHidden>would become</VisuallyHidden>
    </>
  )
}

function Left({ effect: { remaining } }: Readonly<{ effect: CorrectionEffect }>) {
  return remaining === null ? (
    <Absent reason="A target of 100 % leaves no budget" />
  ) : (
    <Percent ratio={remaining} />
  )
}

const outAt = ({ exhaustedAt, projectedExhaustionAt }: CorrectionEffect) =>
  exhaustedAt ?? projectedExhaustionAt

function RunsOut({ effect }: Readonly<{ effect: CorrectionEffect }>) {
  const at = outAt(effect)
  if (at === null) return <Absent reason="Not in this period" />
  return (
    <>
      {effect.exhaustedAt === null && '~'}
      <Time at={at} form="date-time" />
    </>
  )
}
