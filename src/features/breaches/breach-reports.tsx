import type { SloBreachDetail } from '../../contract/slo-breaches.ts'
import { Time } from '../../ui/time.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './breach.module.css'

/** What the alerting tool sent of the same burn; of machines and neighbours only it can know. */
export function BreachReports({ detail: { breach } }: Readonly<{ detail: SloBreachDetail }>) {
  return (
    <Section title="Environment">
      {breach.reports.length === 0 ? (
        <p className="muted">
          No alerting tool reported it, so nothing is known of memory, CPU, restarts or scaling. What an
          Alertmanager sends of the same burn stands here.
        </p>
      ) : (
        <ul className={styles['records']}>
          {breach.reports.map(({ id, source, rule, startedAt, endedAt, summary, url }) => (
            <li key={id}>
              <p>
                <b>{rule}</b>{' '}
                <span className="muted">
                  {source}, <Time at={startedAt} form="date-time" /> to{' '}
                  {endedAt === null ? 'now' : <Time at={endedAt} form="date-time" />}
                </span>
              </p>
              {summary !== null && <p>{summary}</p>}
              {url !== null && (
                <a className="link" href={url} target="_blank" rel="noreferrer">
                  Open in {source}
                </a>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
