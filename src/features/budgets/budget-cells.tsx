import type { ReactNode } from 'react'

import type { BudgetSummary } from '../../contract/budget.ts'
import { Absent } from '../../ui/absent.tsx'
import { BurnRateMark } from '../../ui/burn-rate-mark.tsx'
import { EndpointName } from '../../ui/endpoint-name.tsx'
import { StateGlyphs } from '../../ui/state-glyph.tsx'
import { SloName } from '../../ui/slo-name.tsx'
import { windowWords } from '../../ui/slo-words.ts'
import { stateWords } from '../../ui/state-words.ts'
import { Time } from '../../ui/time.tsx'
import { CellLink } from '../../url/cell-link.tsx'
import { isoFromHour } from '../../domain/hours.ts'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import { paths } from '../../url/paths.ts'
import styles from './budget-cells.module.css'

const HOUR_MS = 3_600_000

export function SloCell({ budget }: Readonly<{ budget: BudgetSummary }>) {
  const { verb, path } = budget.endpoint
  return (
    <SloName target={budget.target} thresholdMs={budget.thresholdMs} isDefault={budget.flavor === 'default'}>
      <CellLink className="name" {...paths.slo(budget)} title={verb === null ? path : `${verb} ${path}`}>
        <EndpointName verb={verb} path={path} />
      </CellLink>
    </SloName>
  )
}

/** Verdicts of the three periods before, oldest first, and the way to all others. */
export function EarlierCell({ budget, at }: Readonly<{ budget: BudgetSummary; at: string | null }>) {
  const { earlier, sloId, deployment } = budget
  const words = earlier.map((state) => (state === null ? 'not there yet' : stateWords[state])).join(', ')
  return (
    <CellLink
      className={styles['earlier']}
      {...indicatorPaths.sloAdherence({
        slo: [sloId],
        deployment: [deployment],
        ...(at !== null && { range: { ...withThreeBefore(budget.budget.period), at } }),
      })}
      aria-label={`SLO adherence, three periods before: ${words}`}
      title={`Three periods before, oldest first: ${words}. Leads to SLO adherence.`}
    >
      <StateGlyphs states={earlier} label={null} />
    </CellLink>
  )
}

/** A frozen list leads to verdicts of its own hour. */
function withThreeBefore({ start, end }: BudgetSummary['budget']['period']) {
  const fromMs = Date.parse(start) - 3 * (Date.parse(end) - Date.parse(start))
  return { from: isoFromHour(fromMs / HOUR_MS), to: end }
}

export function BurningCell({ budget: { burning } }: Readonly<{ budget: BudgetSummary }>) {
  if (burning === null) return <Absent reason="No alert rule holds now" />
  return <BurnRate rate={burning.rate} longHours={burning.longHours} />
}

function BurnRate({ rate, longHours }: Readonly<{ rate: number; longHours: number }>) {
  return (
    <BurnRateMark rate={rate}>
      <span className={styles['note']}>{windowWords(longHours)}</span>
    </BurnRateMark>
  )
}

/** The one thing to know of a budget besides how much is left. */
export function OutlookCell({ budget: { budget, burning } }: Readonly<{ budget: BudgetSummary }>) {
  return (
    outlookOf({ budget, burning, periodEnd: budget.period.end }) ?? <Absent reason="Nothing else to report" />
  )
}

type Outlook = Readonly<{
  budget: Pick<BudgetSummary['budget'], 'state' | 'exhaustedAt' | 'projectedExhaustionAt' | 'missingHours'>
  burning: BudgetSummary['burning']
  periodEnd: string
}>

/** Nothing where all is well: quiet. */
export function outlookOf({ budget, burning, periodEnd }: Outlook): ReactNode {
  if (burning) return <BurnRate rate={burning.rate} longHours={burning.longHours} />
  if (budget.exhaustedAt !== null) {
    return (
      <span className={`${styles['note']} ${styles['out']}`}>
        out <Time at={budget.exhaustedAt} form="date" />
      </span>
    )
  }
  if (budget.projectedExhaustionAt !== null && budget.projectedExhaustionAt < periodEnd) {
    return (
      <span className={styles['note']}>
        ~out <Time at={budget.projectedExhaustionAt} form="date" />
      </span>
    )
  }
  if (budget.state === 'no-traffic') return <span className={styles['note']}>no requests</span>
  if (budget.missingHours > 0) return <span className={styles['note']}>{budget.missingHours} h missing</span>
  return null
}
