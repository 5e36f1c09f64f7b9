import { useQuery } from '@tanstack/react-query'
import { Link, useRouterState } from '@tanstack/react-router'

import { organizationQueries } from '../../api/organization-queries.ts'
import { indicatorNames, isIndicator } from '../../url/indicator-names.ts'
import { paths } from '../../url/paths.ts'
import { Step } from './breadcrumb-step.tsx'
import styles from './breadcrumb.module.css'
import { BudgetsTrail } from './budgets-trail.tsx'
import { ExploreTrail } from './explore-trail.tsx'
import { SloTrail } from './slo-trail.tsx'
import { useNames } from './use-names.ts'

/** Where one is. Each step is a way back, and its menu the way to what stands beside it. */
export function Breadcrumb() {
  const organization = useQuery(organizationQueries.current()).data
  return (
    <nav className={styles['trail']} aria-label="Breadcrumb">
      <ol>
        <li className={styles['step']}>
          <Link {...paths.organization()} activeOptions={{ exact: true }}>
            {organization?.name ?? 'Organization'}
          </Link>
        </li>
        <Trail />
      </ol>
    </nav>
  )
}

function Trail() {
  const path = useRouterState({ select: (state) => (state.resolvedLocation ?? state.location).pathname })
  const [, place = '', detail] = path.split('/')
  switch (place) {
    case 'slo':
      return <SloTrail />
    case 'b':
      return <BudgetsTrail />
    case 'explore':
      return <ExploreTrail />
    case 'on-call':
      return <Step>On call</Step>
    case 'organization':
      return detail === 'reports' ? <Step>Reports</Step> : null
    case 'planning':
      return <Step>Planning</Step>
    case 'indicators':
      return <IndicatorsTrail detail={detail} />
    case 'rules':
      return <Step>Alert rules</Step>
    case 'breaches':
      return <ListTrail name="Breaches" list={paths.breaches()} one={detail && 'Breach'} />
    case 'decisions':
      return <ListTrail name="Decisions" list={paths.decisions()} one={decisionSteps[detail ?? '']} />
    case 'policies':
      return <PoliciesTrail team={detail} />
    case 'transformation':
      return <TransformationTrail detail={detail} />
    case 'status':
      return <Step>Status</Step>
    case 'corrections':
      return <Step>Corrections</Step>
    case 'wallboard':
      return <Step>Wallboard</Step>
    case 'calendar':
      return <Step>Calendar</Step>
    case 'catalog':
      return <CatalogTrail detail={detail} />
    case 'settings':
      return <Step>Access</Step>
    default:
      return null
  }
}

type ListTrailProps = Readonly<{
  name: string
  list: ReturnType<
    typeof paths.breaches | typeof paths.decisions | typeof paths.catalog | typeof paths.policies
  >
  /** What is looked at of the list; undefined for the list itself. */
  one: string | undefined
}>

function ListTrail({ name, list, one }: ListTrailProps) {
  if (one === undefined) return <Step>{name}</Step>
  return (
    <>
      <Step>
        <Link {...list} activeOptions={{ exact: true }}>
          {name}
        </Link>
      </Step>
      <Step>{one}</Step>
    </>
  )
}

const decisionSteps: Readonly<Record<string, string>> = {
  records: 'Record',
  audit: 'Audit',
  new: 'New',
  'api-consumption': 'Consuming an API',
  'tighter-slo': 'Tighter SLO',
  'set-slo': 'Setting an SLO',
  'set-sla': 'Setting an SLA',
  'sre-capacity': 'SRE capacity',
  'chaos-hypothesis': 'Chaos hypothesis',
  'planned-downtime': 'Planned downtime',
}

function CatalogTrail({ detail }: Readonly<{ detail: string | undefined }>) {
  const one = detail === 'code' ? 'As code' : detail
  return <ListTrail name="Service catalog" list={paths.catalog()} one={one} />
}

function PoliciesTrail({ team }: Readonly<{ team: string | undefined }>) {
  const names = useNames()
  return <ListTrail name="Policies" list={paths.policies()} one={team && names.team(team)} />
}

function IndicatorsTrail({ detail = '' }: Readonly<{ detail: string | undefined }>) {
  const name = isIndicator(detail) ? indicatorNames[detail] : detail === 'links' ? 'Links for a wiki' : null
  if (name === null) return <Step>Indicators</Step>
  return (
    <>
      <Step>
        <Link {...paths.indicators()} activeOptions={{ exact: true }}>
          Indicators
        </Link>
      </Step>
      <Step>{name}</Step>
    </>
  )
}

/** The last one says it alone: with the word before it a phone has no room for its menu. */
const transformationNames: Readonly<Record<string, string>> = {
  maturity: 'Maturity',
  hypotheses: 'Expectations',
  delivery: 'Delivery',
}

function TransformationTrail({ detail }: Readonly<{ detail: string | undefined }>) {
  const siblings = (
    <>
      <li>
        <Link {...paths.board()}>Board</Link>
      </li>
      <li>
        <Link {...paths.maturity()}>Maturity</Link>
      </li>
      <li>
        <Link {...paths.expectations()}>Expectations</Link>
      </li>
      <li>
        <Link {...paths.delivery()}>Delivery</Link>
      </li>
    </>
  )
  return (
    <Step siblings={{ name: 'Transformation', list: siblings }}>
      {transformationNames[detail ?? ''] ?? 'Board'}
    </Step>
  )
}
