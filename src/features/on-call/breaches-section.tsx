import { Link } from '@tanstack/react-router'

import type { BudgetHistory } from '../../contract/budget-history.ts'
import { formatDepletion } from '../../domain/format-depletion.ts'
import { formatBurnRate, formatDuration } from '../../domain/format.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { windowWords } from '../../ui/slo-words.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { Time } from '../../ui/time.tsx'
import { breachPaths } from '../../url/breach-paths.ts'
import { paths } from '../../url/paths.ts'
import styles from './detail-sections.module.css'

type Breach = BudgetHistory['breaches'][number]

const HOUR_MS = 3_600_000
const MOST_BREACHES = 5

/** Of the current period, newest first, each with what it took: those of the list of breaches, by the rules of the team. */
export function BreachesSection({ history }: Readonly<{ history: BudgetHistory }>) {
  const period = history.periods.at(-1)
  if (!period) return null
  const { start } = period.budget.period
  const all = history.breaches
    .filter((breach) => (breach.end ?? history.dataUpTo) > start)
    .toSorted((a, b) => b.start.localeCompare(a.start))
  const shown = all.slice(0, MOST_BREACHES)
  return (
    <section aria-label="Breaches of this period">
      <h3 className={styles['head']}>
        Breaches in {period.budget.period.name} <span>{all.length}</span>
        <Link
          className="link"
          {...breachPaths.list({ slo: [history.sloId], deployment: [history.deployment] })}
        >
          In the list
        </Link>
      </h3>
      {all.length === 0 && <p className={styles['none']}>No alert rule has held in this period.</p>}
      <ul>
        {shown.map((breach) => (
          <BreachItem key={breach.id} breach={breach} dataUpTo={history.dataUpTo} />
        ))}
      </ul>
      {all.length > shown.length && (
        <p className={styles['none']}>and {all.length - shown.length} earlier ones</p>
      )}
    </section>
  )
}

function BreachItem({ breach, dataUpTo }: Readonly<{ breach: Breach; dataUpTo: string }>) {
  const { id, start, end, depletion, incidents } = breach
  const span = formatDuration((Date.parse(end ?? dataUpTo) - Date.parse(start)) / HOUR_MS)
  return (
    <li className={styles['item']}>
      {end === null ? <StateGlyph state="burning" label="Burning" /> : <i />}
      <b>
        <Link className="link" {...paths.breach(id)}>
          <Time at={start} form="day-time" />
        </Link>
      </b>
      <span className={end === null ? `${styles['end']} ${styles['hot']}` : styles['end']}>
        {depletion !== null && (
          <>
            {formatDepletion(depletion)}
            {NARROW_SPACE}% {end === null ? 'so far' : 'of budget'}
          </>
        )}
      </span>
      <span className={styles['sub']}>
        {[end === null ? `in breach for ${span}` : span, ...seenWords(breach)].join(', ')}
        {incidents.map((incident) => (
          <span key={incident.id}>
            {', '}
            {incident.url === null ? (
              incident.id
            ) : (
              <a
                className="link"
                href={incident.url}
                target="_blank"
                rel="noreferrer"
                title={incident.title ?? ''}
              >
                {incident.id}
              </a>
            )}
          </span>
        ))}
      </span>
    </li>
  )
}

/** How far it went, and whether anybody was told. */
function seenWords({ peakRate, peakLongHours, severity, alertCount }: Breach): readonly string[] {
  const peak = peakRate === null ? [] : [`peak ${formatBurnRate(peakRate)}×`]
  const rule = peakLongHours === null ? `${severity}, reported` : `${severity} ${windowWords(peakLongHours)}`
  return [...peak, rule, ...(alertCount === 0 ? ['snoozed'] : [])]
}
