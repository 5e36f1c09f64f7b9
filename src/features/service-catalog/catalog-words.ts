import type { CatalogRow } from '../../contract/service-catalog.ts'
import type {
  Agreement,
  CatalogAttribute,
  DutyBearer,
  OperatingModel,
  ServiceClass,
  ServiceDuty,
  ServiceLevel,
  ServiceStage,
} from '../../domain/service-catalog.ts'

export const attributeWords: Readonly<Record<CatalogAttribute, string>> = {
  owner: 'Owner',
  description: 'Description',
  product: 'Product',
  hosting: 'Hosting',
  data: 'Data',
  dependencies: 'Calls',
  slos: 'SLO',
  'on-call': 'On call',
  runbook: 'Runbook',
  policy: 'Policy',
  model: 'Model',
  confirmed: 'Confirmed',
}

export const levelWords: Readonly<Record<ServiceLevel, string>> = {
  business: 'Business',
  logical: 'Logical',
  technical: 'Technical',
}

export const stageWords: Readonly<Record<ServiceStage, string>> = {
  planned: 'Planned',
  live: 'In production',
  retiring: 'Retiring',
}

export const modelWords: Readonly<Record<OperatingModel, string>> = {
  'you-build-you-run': 'You build it, you run it',
  'you-and-sre-run': 'You build it, you and SRE run it',
  'sre-run': 'You build it, SRE run it',
  'operations-run': 'You build it, operations run it',
  unorganized: 'Nobody agreed on it',
}

export const classWords: Readonly<Record<ServiceClass, string>> = {
  'critical-path': 'On the critical path',
  supporting: 'Supporting',
  auxiliary: 'Auxiliary',
}

export const dutyWords: Readonly<Record<ServiceDuty, string>> = {
  'on-call-in-hours': 'On call in hours',
  'on-call-out-of-hours': 'On call out of hours',
  rollouts: 'Rolls out',
  breaches: 'Reacts to breaches',
  policy: 'Writes and enacts the policy',
  escalations: 'Handles escalations',
}

export const bearerWords: Readonly<Record<DutyBearer, string>> = {
  developers: 'Developers',
  operations: 'Operations',
  both: 'Both',
}

export const agreementWords: Readonly<Record<Agreement, string>> = {
  slis: 'SLIs chosen',
  slos: 'SLOs set',
  policy: 'Policy agreed',
  'on-call': 'Rotation agreed',
}

/** "Technical", "Planned", "Logical, retiring": production goes without saying, and so does what is technical elsewhere. */
export function kindWords({ level, stage }: Pick<CatalogRow, 'level' | 'stage'>): string {
  if (stage === 'live') return levelWords[level]
  return level === 'technical'
    ? stageWords[stage]
    : `${levelWords[level]}, ${stageWords[stage].toLowerCase()}`
}

export function monthsWords(months: number): string {
  if (months === 0) return 'this month'
  return `${months} ${months === 1 ? 'month' : 'months'} ago`
}

/** Why there is no state: a planned service is not one without data. */
export function whyNoState({ stage, level, sloCount }: CatalogRow): string {
  if (stage === 'planned') return 'Planned: nothing of it is measured yet'
  if (sloCount > 0) return 'None of its SLOs is measured in production'
  return level === 'technical' ? 'It has no SLO' : 'None of its parts has an SLO'
}
