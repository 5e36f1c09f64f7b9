import { Link } from '@tanstack/react-router'

import type { BudgetHistory, BurnRateReadingOnWire } from '../../contract/budget-history.ts'
import { formatBurnRate } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ShortWindows } from '../../ui/short-windows.tsx'
import { windowWords } from '../../ui/slo-words.ts'
import { StateGlyph } from '../../ui/state-glyph.tsx'
import { breachPaths } from '../../url/breach-paths.ts'

import styles from './burn-rate-section.module.css'
import { Section } from '../../ui/section.tsx'

/** How fast the budget burns now over the windows of the alert rules, beside what each rule waits for. */
export function BurnRateSection({ history }: Readonly<{ history: BudgetHistory }>) {
  const { readings, readBy, team, teamName } = history
  const ownRules =
    readBy === 'team-rules' ? (
      <Link className="link" {...breachPaths.rules(team)}>
        rules of {teamName}
      </Link>
    ) : null
  const highest = Math.max(...readings.map(({ rate, threshold }) => Math.max(rate ?? 0, threshold * 2)), 1)
  return (
    <Section title="Burn rate now" note="by window">
      {readings.length === 0 ? (
        <Notice kind="missing" title="No burn rates">
          Without a budget nothing can burn.
        </Notice>
      ) : (
        <>
          <ul className={styles['readings']}>
            {readings.map((reading) => (
              <Reading key={reading.ruleId} reading={reading} highest={highest} />
            ))}
          </ul>
          <p className={styles['coarse']}>
            <ShortWindows history={history} ownRules={ownRules} />
          </p>
        </>
      )}
    </Section>
  )
}

type ReadingProps = Readonly<{ reading: BurnRateReadingOnWire; highest: number }>

const BAR_PX = 90
const BAR_HEIGHT_PX = 10

function Reading({ reading: { longHours, rate, threshold, severity, holds }, highest }: ReadingProps) {
  // Rates run over three orders of magnitude; a root keeps the threshold in sight beside a fire.
  const x = (value: number) => Math.sqrt(value / highest) * BAR_PX
  return (
    <li className={styles['reading']}>
      <span className="muted">{windowWords(longHours)}</span>
      <svg width={BAR_PX} height={BAR_HEIGHT_PX} aria-hidden="true">
        <line className={styles['ground']} x1="0" x2={BAR_PX} y1="5" y2="5" />
        <line className={holds ? styles['burning'] : styles['rate']} x1="0" x2={x(rate ?? 0)} y1="5" y2="5" />
        <line className={styles['threshold']} x1={x(threshold)} x2={x(threshold)} y1="0" y2={BAR_HEIGHT_PX} />
      </svg>
      <span className={holds ? `${styles['figure']} ${styles['hot']}` : styles['figure']}>
        {holds && <StateGlyph state="burning" label="Burning:" />}{' '}
        {rate === null ? <Absent reason="Too few events in this window" /> : `${formatBurnRate(rate)}×`}
      </span>
      <span className="muted">
        {severity} at {formatBurnRate(threshold)}
      </span>
    </li>
  )
}
