import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import type { ReviewDetail } from '../../contract/calendar.ts'
import { formatDay } from '../../domain/day.ts'
import type { ReviewKind } from '../../domain/review-calendar.ts'
import { indicatorNames } from '../../url/indicator-names.ts'
import { catalogPaths } from '../../url/catalog-paths.ts'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import { breachPaths } from '../../url/breach-paths.ts'
import { correctionPaths } from '../../url/correction-paths.ts'
import { transformationPaths } from '../../url/transformation-paths.ts'
import { organizationPaths } from '../../url/organization-paths.ts'
import { paths } from '../../url/paths.ts'
import styles from './calendar.module.css'

type Around = Readonly<{ team: readonly string[]; range: ReviewDetail['pack']; detail: ReviewDetail }>
type Page = (around: Around) => ReactNode

/** Where figures stand. Those with a range are looked at from the hour of the pack, and show the same later. */
const pages = {
  depletion: ({ team, range }) => (
    <Link {...indicatorPaths.budgetDepletion({ team, range })}>
      {indicatorNames['error-budget-depletion']}
    </Link>
  ),
  adherence: ({ team, range }) => (
    <Link {...indicatorPaths.sloAdherence({ team, range })}>SLO adherence</Link>
  ),
  exhaustion: ({ team, range }) => (
    <Link {...indicatorPaths.prematureExhaustion({ team, range })}>
      {indicatorNames['premature-exhaustion']}
    </Link>
  ),
  kept: ({ team, range }) => (
    <Link {...indicatorPaths.keptBudgets({ team, range })}>{indicatorNames['kept-budgets']}</Link>
  ),
  breaches: ({ team, range: { from, to } }) => (
    <Link {...breachPaths.list({ team, range: { from, to } })}>Breaches, and what people found of them</Link>
  ),
  recovery: ({ team, range }) => (
    <Link {...indicatorPaths.recoveryTrend({ team, range })}>{indicatorNames['recovery-trend']}</Link>
  ),
  detection: ({ team, range }) => (
    <Link {...indicatorPaths.recoveryTrend({ team, range, measure: 'detection' })}>Time to detection</Link>
  ),
  tickets: ({ team, range }) => (
    <Link {...indicatorPaths.supportTickets({ team, range })}>{indicatorNames['support-tickets']}</Link>
  ),
  rotations: ({ team, range }) => (
    <Link {...indicatorPaths.onCallRotations({ team, range })}>Rotations and their cover</Link>
  ),
  slas: ({ team, range }) => <Link {...indicatorPaths.slaAdherence({ team, range })}>SLA adherence</Link>,
  costs: ({ team, range }) => (
    <Link {...indicatorPaths.slaDepletion({ team, range })}>SLA depletion and its costs</Link>
  ),
  slos: ({ team }) => <Link {...paths.slosByService({ team })}>SLOs by service</Link>,
  rules: ({ team: [team] }) =>
    team === undefined ? null : <Link {...breachPaths.rules(team)}>Alert rules of the team</Link>,
  maturity: ({ detail: { assessments } }) => (
    <Link {...transformationPaths.maturity({ now: assessments.now, before: assessments.before })}>
      {assessments.before === null ? 'The last assessment' : 'The last two assessments compared'}
    </Link>
  ),
  board: () => <Link {...paths.board()}>Transformation board</Link>,
  expectations: () => <Link {...paths.expectations()}>Expectations and how people see them</Link>,
  organization: () => <Link {...paths.organization()}>The page for executives</Link>,
  reports: () => <Link {...organizationPaths.reports()}>Period report</Link>,
  corrections: ({ team }) => <Link {...correctionPaths.list({ team })}>Corrections of budgets</Link>,
  status: () => <Link {...paths.status()}>Status page</Link>,
  calls: ({ team }) => (
    <Link {...catalogPaths.list({ team, missing: ['dependencies'] })}>Services whose calls nobody named</Link>
  ),
  runbooks: ({ team }) => (
    <Link {...catalogPaths.list({ team, missing: ['runbook'] })}>Services without a runbook</Link>
  ),
  stale: ({ team }) => (
    <Link {...catalogPaths.list({ team, isStale: true })}>Services nobody confirmed lately</Link>
  ),
} as const satisfies Readonly<Record<string, Page>>

type PageName = keyof typeof pages

const packs: Readonly<Record<ReviewKind, readonly PageName[]>> = {
  'slo-check': ['depletion', 'adherence', 'exhaustion', 'breaches', 'slos'],
  'slo-review': ['breaches', 'recovery', 'tickets', 'depletion', 'expectations'],
  'calibration-light': ['breaches', 'adherence', 'rules'],
  'calibration-deep': ['adherence', 'depletion', 'breaches', 'tickets', 'slas', 'rules'],
  'policy-review': ['exhaustion', 'depletion', 'breaches', 'tickets'],
  'dependency-map': ['calls', 'recovery', 'slos', 'stale'],
  'stakeholder-chart': ['status', 'tickets', 'stale'],
  'on-call-setup': ['rotations', 'breaches', 'recovery', 'runbooks'],
  'on-call-nights': ['rotations', 'breaches', 'detection'],
  maturity: ['maturity', 'board'],
  'governance-operational': ['breaches', 'exhaustion', 'corrections'],
  'governance-tactical': ['kept', 'adherence', 'exhaustion', 'slos', 'stale'],
  'governance-strategic': ['kept', 'slas', 'costs', 'recovery', 'expectations', 'reports'],
  management: ['organization', 'reports', 'kept', 'costs'],
  'postmortem-poll': ['recovery', 'breaches'],
  'postmortem-themes': ['recovery', 'detection', 'breaches'],
  'feedback-slos': ['breaches', 'slos'],
  'feedback-stakeholder-groups': ['status', 'tickets'],
  'feedback-rings': ['status', 'recovery'],
  'feedback-priorities': ['recovery', 'slos'],
  'feedback-severities': ['recovery', 'detection'],
  'feedback-team-priorities': ['slos', 'recovery'],
  'feedback-incident-process': ['recovery', 'detection', 'rotations'],
  'feedback-runbooks': ['runbooks', 'recovery'],
  'feedback-status-page': ['status', 'tickets'],
  'feedback-postmortems': ['recovery'],
  'feedback-slas': ['slas', 'costs', 'tickets'],
}

/** What to look at in the review, prepared. */
export function DataPack({ detail }: Readonly<{ detail: ReviewDetail }>) {
  const { review, pack } = detail
  const around: Around = { team: review.team === null ? [] : [review.team], range: pack, detail }
  return (
    <section className={styles['section']} aria-label="What to look at">
      <h3>What to look at</h3>
      <p className="muted">
        Figures of {formatDay(pack.from.slice(0, 10))} to {formatDay(lastDay(pack.to))} as they stand now;
        links to them show the same later.
      </p>
      <ul className={styles['pack']}>
        {packs[review.kind].map((name) => (
          <li key={name}>{pages[name](around)}</li>
        ))}
      </ul>
    </section>
  )
}

/** The end is exclusive. */
function lastDay(to: string): string {
  return new Date(Date.parse(to) - 1).toISOString().slice(0, 10)
}
