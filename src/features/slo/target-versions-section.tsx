import { Link } from '@tanstack/react-router'

import type { BudgetHistory } from '../../contract/budget-history.ts'
import { formatTarget } from '../../domain/format.ts'
import { NARROW_SPACE } from '../../ui/figure.tsx'
import { Time } from '../../ui/time.tsx'
import { decisionPaths } from '../../url/decision-paths.ts'
import { ChangeTarget } from './change-target/change-target.tsx'
import styles from './record-list.module.css'
import { sentence } from './sentence.ts'
import { Section } from '../../ui/section.tsx'

/** The target through time, newest first: who changed it, when and why. */
export function TargetVersionsSection({ history }: Readonly<{ history: BudgetHistory }>) {
  return (
    <Section title="Target" note={<ChangeTarget history={history} />}>
      <ol className={styles['records']}>
        {history.versions.toReversed().map(({ version, target, effectiveFrom, author, reason }, index) => (
          <li key={version}>
            <p className={styles['fact']}>
              {formatTarget(target)}
              {NARROW_SPACE}% since <Time at={effectiveFrom} form="date" /> {effectiveFrom.slice(0, 4)}
              {index === 0 && <span className="muted"> (in force)</span>}
            </p>
            <p className={styles['reason']}>
              {sentence(reason)} {author}
            </p>
          </li>
        ))}
      </ol>
      {history.target < 1 && (
        <p>
          <Link
            className="link"
            {...decisionPaths.tighterSlo({ slo: history.sloId, deployment: history.deployment })}
          >
            Ask for a tighter one
          </Link>
        </p>
      )}
      {history.source && (
        <p className={styles['place']}>
          Agreed in {history.source.file}, line {history.source.line}
        </p>
      )}
    </Section>
  )
}
