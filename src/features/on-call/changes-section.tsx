import type { BudgetHistory } from '../../contract/budget-history.ts'
import type { Situation } from '../../contract/on-call.ts'
import { formatDuration } from '../../domain/format.ts'
import { Time } from '../../ui/time.tsx'
import { ReleaseMark } from './release-mark.tsx'
import styles from './detail-sections.module.css'

const HOUR_MS = 3_600_000
/** More than anybody reads at night; the SLO's page has them all. */
const MOST_CHANGES = 6

type ChangesSectionProps = Readonly<{ situation: Situation; history: BudgetHistory }>

export function ChangesSection({
  situation: { changes, burn, lookbackHours },
  history,
}: ChangesSectionProps) {
  const shown = changes.slice(0, MOST_CHANGES)
  return (
    <section aria-label="Changed in the last 24 hours">
      <h3 className={styles['head']}>
        Changed in the last {lookbackHours} hours <span>on this path</span>
      </h3>
      {shown.length === 0 && (
        <p className={styles['none']}>Neither {history.service} nor what it calls was released.</p>
      )}
      <ul>
        {shown.map((change) => (
          <li
            key={`${change.service} ${change.deployment} ${change.at}`}
            className={change.isSuspect ? `${styles['item']} ${styles['suspect']}` : styles['item']}
          >
            <ReleaseMark isSuspect={change.isSuspect} />
            <b>{change.service}</b>
            <span className={styles['end']}>
              <Time at={change.at} form="day-time" />
            </span>
            <span className={styles['sub']}>
              {change.version}, {change.deployment}
              {change.isSuspect && burn && <Lead at={change.at} since={burn.since} />}
              {change.isQuiet && ', no burn since'}
            </span>
          </li>
        ))}
      </ul>
      {changes.length > shown.length && (
        <p className={styles['none']}>and {changes.length - shown.length} earlier ones</p>
      )}
    </section>
  )
}

function Lead({ at, since }: Readonly<{ at: string; since: string }>) {
  const hours = (Date.parse(since) - Date.parse(at)) / HOUR_MS
  return hours <= 0 ? <>, as the burn began</> : <>, {formatDuration(hours)} before the burn</>
}
