import { Link } from '@tanstack/react-router'

import type { BudgetSummary } from '../../contract/budget.ts'
import type { BudgetState } from '../../domain/state.ts'
import { formatBurnRate, formatTarget } from '../../domain/format.ts'
import { Absent } from '../../ui/absent.tsx'
import { BudgetBar } from '../../ui/budget-bar.tsx'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { Figure } from '../../ui/figure.tsx'
import { Percent } from '../../ui/percent.tsx'
import { StateGlyph, StateGlyphs } from '../../ui/state-glyph.tsx'
import { thresholdWords, windowWords } from '../../ui/slo-words.ts'
import { stateWords } from '../../ui/state-words.ts'
import { Time } from '../../ui/time.tsx'
import { paths } from '../../url/paths.ts'
import styles from './budget-cells.module.css'

/** Whose budget it is, in any list. */
type Subject = Omit<BudgetSummary, 'budget' | 'burning' | 'earlier' | 'sparkline'>

/** POST /charge 99.95 %, 95 % < 400 ms: the promise, and the way to its page. */
export function SloCell({ budget }: Readonly<{ budget: Subject }>) {
  const { verb, path } = budget.endpoint
  const name = verb === null ? path : `${verb} ${path}`
  return (
    <span className={styles['slo']}>
      <Link className={styles['endpoint']} {...paths.slo(budget)} title={name}>
        <EndpointName verb={verb} path={path} />
      </Link>
      <span className={styles['promise']}>
        <Figure value={formatTarget(budget.target)} unit="%" />
        {budget.thresholdMs !== null && (
          <span className="muted">{` ${thresholdWords(budget.thresholdMs)}`}</span>
        )}
      </span>
      {budget.flavor === 'default' && <span className={styles['default']}>default</span>}
    </span>
  )
}

export function RemainingCell({ budget: { budget } }: Readonly<{ budget: Pick<BudgetSummary, 'budget'> }>) {
  if (budget.remaining === null) return <Absent reason="The target is 100 %: there is no budget" />
  const reason = budget.total === 0 ? silenceReasons[budget.state] : undefined
  if (reason !== undefined) return <Absent reason={reason} />
  return (
    <span className={styles['left']}>
      <BudgetBar ratio={budget.remaining} />
      <Percent ratio={budget.remaining} />
    </span>
  )
}

/** A period in its first hour is neither: its budget is whole. */
const silenceReasons: Partial<Record<BudgetState, string>> = {
  'no-data': 'No measurements arrive',
  'no-traffic': 'Nobody asked in this period',
}

/** Verdicts of the three periods before, oldest first. */
export function EarlierCell({ budget: { earlier } }: Readonly<{ budget: BudgetSummary }>) {
  const words = earlier.map((state) => (state === null ? 'not there yet' : stateWords[state])).join(', ')
  return <StateGlyphs states={earlier} label={words} title={`Three periods before, oldest first: ${words}`} />
}

export function BurningCell({ budget: { burning } }: Readonly<{ budget: BudgetSummary }>) {
  if (burning === null) return <Absent reason="No alert rule holds now" />
  return <BurnRate rate={burning.rate} longHours={burning.longHours} />
}

function BurnRate({ rate, longHours }: Readonly<{ rate: number; longHours: number }>) {
  return (
    <span className={styles['burning']}>
      <StateGlyph state="burning" label="Burning" />
      {`${formatBurnRate(rate)}× `}
      <span className={styles['note']}>{windowWords(longHours)}</span>
    </span>
  )
}

/** The one thing to know of a budget besides how much is left. */
export function OutlookCell({ budget: { budget, burning } }: Readonly<{ budget: BudgetSummary }>) {
  if (burning) return <BurnRate rate={burning.rate} longHours={burning.longHours} />
  if (budget.exhaustedAt !== null) {
    return (
      <span className={`${styles['note']} ${styles['out']}`}>
        out <Time at={budget.exhaustedAt} form="date" />
      </span>
    )
  }
  if (budget.projectedExhaustionAt !== null && budget.projectedExhaustionAt < budget.period.end) {
    return (
      <span className={styles['note']}>
        ~out <Time at={budget.projectedExhaustionAt} form="date" />
      </span>
    )
  }
  if (budget.missingHours > 0) return <span className={styles['note']}>{budget.missingHours} h missing</span>
  return <Absent reason="Nothing else to report" />
}
