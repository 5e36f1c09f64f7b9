import type { Deployment, Runbook } from '../../../src/contract/catalog.ts'
import type { PeriodScheme } from '../../../src/domain/period.ts'
import type { PolicyTerms } from '../../../src/domain/policy.ts'
import type { FieldPath } from '../../yaml/mistake.ts'
import type {
  AgreedWindow,
  BudgetingMethod,
  Measurement,
  Operator,
  PenaltyTerms,
  Query,
  RotationTerms,
  ServiceFacts,
} from './slo-catalog.ts'
import type { SourceDocument } from '../../yaml/source-document.ts'

/** A part of a document, so that a mistake that shows only in the whole can still be told where it was made. */
type Source = Readonly<{ document: SourceDocument; path: FieldPath }>

/** A name as written, and where. */
export type Reference = Source & Readonly<{ name: string }>

type Declared = Readonly<{ name: Reference; displayName: string | null; description: string }>

export type Indicator = Readonly<{
  name: string | null
  measurement:
    | Exclude<Measurement, { kind: 'threshold' }>
    | Readonly<{ kind: 'threshold-metric'; metric: Query }>
  /** Data sources the queries name. */
  sources: readonly Reference[]
}>

export type ObjectiveDeclaration = Source &
  Readonly<{
    displayName: string | null
    target: number
    method: BudgetingMethod
    operator: Operator | null
    value: number | null
  }>

/** What all formats can say of an SLO, and what only annotations of ours can. */
type Terms = Readonly<{
  service: Reference
  sli: Reference | null
  indicator: Indicator | Reference
  objectives: readonly ObjectiveDeclaration[]
  thresholdMs: number | null
  priority: number | null
  runbook: Runbook | null
  deployments: readonly Reference[] | null
  window: AgreedWindow | null
}>

export type SloDeclaration = Declared &
  Terms &
  Readonly<{
    kind: 'slo'
    endpoint: string | null
    /** Formats that know no Service objects name services in passing. */
    impliesService: boolean
    /** From a label, where there is one. */
    team: Reference | null
    /** What the format itself says of the SLI, where it says anything. */
    likelySli: string | null
  }>

export type DefaultSloDeclaration = Declared &
  Terms &
  Readonly<{ kind: 'default-slo'; endpoints: readonly string[] }>

/** What only a Service of ours says. */
export type ServiceTerms = Readonly<{
  facts: Omit<ServiceFacts, 'parts' | 'dependencies'>
  parts: readonly Reference[]
  dependencies: readonly Reference[] | null
}>

export type ServiceDeclaration = Declared &
  Readonly<{
    kind: 'service'
    team: Reference | null
    deployments: readonly Reference[] | null
    terms: ServiceTerms | null
  }>

export type DataSourceDeclaration = Declared &
  Readonly<{ kind: 'data-source'; type: string; connectionDetails: unknown }>

export type IndicatorDeclaration = Declared & Readonly<{ kind: 'indicator'; indicator: Indicator }>

export type OrganizationDeclaration = Declared &
  Readonly<{ kind: 'organization'; periodScheme: PeriodScheme }>

export type TeamDeclaration = Declared & Readonly<{ kind: 'team'; services: readonly Reference[] }>

export type DeploymentDeclaration = Declared &
  Readonly<{ kind: 'deployment'; deployment: Pick<Deployment, 'kind' | 'region'> }>

export type SlaDeclaration = Declared &
  Readonly<{ kind: 'sla'; slo: Reference; target: number; targetSource: Source }>

export type ContractDeclaration = Declared &
  Readonly<{
    kind: 'contract'
    functionality: string
    customers: readonly string[]
    tier: string | null
    since: string | null
    sli: Reference
    target: number
    targetSource: Source
    journey: Reference | null
    parts: readonly Reference[]
    deployments: readonly Reference[] | null
    penalty: PenaltyTerms | null
    url: string | null
  }>

/** All services of the team where none are named. */
type OfTeam = Readonly<{ team: Reference; services: readonly Reference[] | null }>

export type PolicyDeclaration = Declared & PolicyTerms & OfTeam & Readonly<{ kind: 'policy' }>

export type RotationDeclaration = Declared &
  RotationTerms &
  OfTeam &
  Readonly<{ kind: 'rotation'; deployments: readonly Reference[] | null }>

export type Declaration =
  | SloDeclaration
  | DefaultSloDeclaration
  | ServiceDeclaration
  | DataSourceDeclaration
  | IndicatorDeclaration
  | OrganizationDeclaration
  | TeamDeclaration
  | DeploymentDeclaration
  | SlaDeclaration
  | ContractDeclaration
  | PolicyDeclaration
  | RotationDeclaration
