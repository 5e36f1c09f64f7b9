import type { TargetChange } from '../../../contract/catalog-state.ts'
import { formatCount, formatDuration, formatTarget } from '../../../domain/format.ts'
import { isSlaLooser } from '../../../domain/sla.ts'
import { Absent } from '../../../ui/absent.tsx'
import { NARROW_SPACE } from '../../../ui/figure.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Percent } from '../../../ui/percent.tsx'
import { StateBadge } from '../../../ui/state-badge.tsx'
import { Time } from '../../../ui/time.tsx'
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx'
import styles from './change-target.module.css'

type Effect = TargetChange['series'][number]['before']

/** The budget of the current period as it is and as it would be, in time and in events. */
export function TargetEffect({
  change,
  slaTarget,
}: Readonly<{ change: TargetChange; slaTarget: number | null }>) {
  const { from, to, period, outageHours, effectiveFrom, series } = change
  return (
    <section className={styles['part']}>
      <h3>Effect on {period.name}</h3>
      <p>
        At {percent(to)} everything may fail for {formatDuration(outageHours.after)} of the period, at{' '}
        {percent(from)} for {formatDuration(outageHours.before)}. The new target would count from{' '}
        <Time at={effectiveFrom} form="date-time" /> on; hours before it stay judged as they were.
      </p>
      {slaTarget !== null && !isSlaLooser(slaTarget, to) && (
        <Notice
          kind="partial"
          title={`The SLA of ${percent(slaTarget)} would be as tight as the SLO, or tighter`}
        >
          An SLA must be looser than the SLO that guards it.
        </Notice>
      )}
      {series.length > 0 && <EffectTable series={series} />}
    </section>
  )
}

const percent = (target: number) => `${formatTarget(target)}${NARROW_SPACE}%`

function EffectTable({ series }: Pick<TargetChange, 'series'>) {
  return (
    <table className={styles['effect']}>
      <caption>
        <VisuallyHidden>Budget by deployment, as it is and with the new target</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">Deployment</th>
          <th scope="col">Bad events allowed</th>
          <th scope="col">Budget left</th>
        </tr>
      </thead>
      <tbody>
        {series.map(({ deployment, before, after }) => (
          <tr key={deployment}>
            <th scope="row">{deployment}</th>
            <td>
              <Change
                before={`~${formatCount(before.grant)}`}
                after={`~${formatCount(after.grant)}`}
                note={`${formatCount(after.bad)} so far`}
              />
            </td>
            <td>
              <Left effect={before} /> <Arrow /> <Left effect={after} />
              {after.state !== before.state && (
                <span className={styles['note']}>
                  <StateBadge state={after.state} />
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Change({ before, after, note }: Readonly<{ before: string; after: string; note: string }>) {
  return (
    <>
      {before} <Arrow /> {after}
      <span className={styles['note']}>{note}</span>
    </>
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

function Left({ effect: { remaining } }: Readonly<{ effect: Effect }>) {
  return remaining === null ? (
    <Absent reason="A target of 100 % leaves no budget" />
  ) : (
    <Percent ratio={remaining} />
  )
}
