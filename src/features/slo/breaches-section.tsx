import { Link } from '@tanstack/react-router'

import type { BudgetHistory } from '../../contract/budget-history.ts'
import { formatDepletion } from '../../domain/format-depletion.ts'
import { formatDuration } from '../../domain/format.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Time } from '../../ui/time.tsx'
import { breachPaths } from '../../url/breach-paths.ts'
import { paths } from '../../url/paths.ts'
import styles from './record-list.module.css'
import { Section } from '../../ui/section.tsx'

const HOUR_MS = 3_600_000
const MOST_BREACHES = 6

/** Those drawn in the chart's lane, each with the page where people say what users felt of it. */
export function BreachesSection({ history }: Readonly<{ history: BudgetHistory }>) {
  const { breaches, dataUpTo, sloId, deployment, window } = history
  const newest = breaches.toReversed().slice(0, MOST_BREACHES)
  return (
    <Section title="Breaches" note={breaches.length === 0 ? undefined : `${breaches.length} in this window`}>
      {newest.length === 0 ? (
        <p className="muted">No alert rule held in this window.</p>
      ) : (
        <ul className={styles['records']}>
          {newest.map(({ id, start, end, depletion, severity, alertCount }) => (
            <li key={id}>
              <Link className="link" {...paths.breach(id)}>
                <Time at={start} form="date-time" />
              </Link>{' '}
              <span className="muted">
                {end === null && 'open for '}
                {formatDuration((Date.parse(end ?? dataUpTo) - Date.parse(start)) / HOUR_MS)}, {severity}
                {alertCount === 0 && ', snoozed'}
                {depletion !== null && `, ${formatDepletion(depletion)}${NARROW_SPACE}% of budget`}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className={styles['place']}>
        <Link
          className="link"
          {...breachPaths.list({
            slo: [sloId],
            deployment: [deployment],
            range: { from: window.from, to: window.to },
          })}
        >
          {breaches.length > newest.length ? `All ${breaches.length} in the list` : 'In the list of breaches'}
        </Link>
      </p>
    </Section>
  )
}
