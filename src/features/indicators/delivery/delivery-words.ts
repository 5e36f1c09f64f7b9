import type { AccelerateMeasure, FigureOnWire } from '../../../contract/delivery.ts'
import type { DeliveryComponent } from '../../../domain/delivery.ts'
import { formatFailureRate } from '../../../domain/format-failure-rate.ts'
import { formatCount, formatDuration, formatFrequency } from '../../../domain/format.ts'
import { counted, percent } from '../../../domain/indicator-words.ts'

type Words = Readonly<{
  /** The indicator it is one of two of. */
  indicator: string
  name: string
  /** For the head of a column. */
  short: string
  says: string
  /** What it rests on, one of them. */
  unit: string
}>

export const componentWords: Readonly<Record<DeliveryComponent, Words>> = {
  'deployment-failure-rate': {
    indicator: 'Deployment stability',
    name: 'Deployment failure rate',
    short: 'Deploys fail',
    says: 'Share of the deployments that failed, of those whose result was told.',
    unit: 'deployment',
  },
  'deployment-recovery': {
    indicator: 'Deployment stability',
    name: 'Deployment recovery time',
    short: 'Deploys recover',
    says: 'From a failed deployment to its recovery: as it was told, else with the next that succeeded there.',
    unit: 'failure',
  },
  'deployment-lead-time': {
    indicator: 'Deployment throughput',
    name: 'Deployment lead time',
    short: 'Deploy lead',
    says: 'From the oldest commit in a deployment to the deployment. Failed ones bring nothing, and do not count.',
    unit: 'deployment',
  },
  'deployment-interval': {
    indicator: 'Deployment throughput',
    name: 'Deployment interval',
    short: 'Deploy interval',
    says: 'From one deployment of a service to its next in the same environment, of those that did not fail.',
    unit: 'interval',
  },
  'build-failure-rate': {
    indicator: 'Build stability',
    name: 'Build failure rate',
    short: 'Builds fail',
    says: 'Share of the builds of mainlines that failed.',
    unit: 'build',
  },
  'build-recovery': {
    indicator: 'Build stability',
    name: 'Build recovery time',
    short: 'Builds recover',
    says: 'How long a mainline stayed red: from a failed build to the end of the next that succeeded.',
    unit: 'failure',
  },
  'build-lead-time': {
    indicator: 'Build throughput',
    name: 'Build lead time',
    short: 'Build lead',
    says: 'From the commit that a build is about, else from its start, to its end. Only builds that succeeded.',
    unit: 'build',
  },
  'build-interval': {
    indicator: 'Build throughput',
    name: 'Build interval',
    short: 'Build interval',
    says: 'From one successful build of a mainline to the next.',
    unit: 'interval',
  },
  'commit-lead-time': {
    indicator: 'Mainline throughput',
    name: 'Commit lead time',
    short: 'Commit lead',
    says: 'From writing a commit to its coming to the mainline.',
    unit: 'commit',
  },
  'commit-interval': {
    indicator: 'Mainline throughput',
    name: 'Commit interval',
    short: 'Commit interval',
    says: 'From one commit on a mainline to the next.',
    unit: 'interval',
  },
}

export const measureWords: Readonly<
  Record<AccelerateMeasure, Readonly<{ name: string; says: string; unit: string }>>
> = {
  'deployment-frequency': {
    name: 'Deployment frequency',
    says: 'Deployments a week of one service to one environment, by those that did not fail',
    unit: 'deployment',
  },
  'lead-time': { name: 'Lead time for changes', says: 'The deployment lead time', unit: 'deployment' },
  'change-failure-rate': {
    name: 'Change failure rate',
    says: 'The deployment failure rate',
    unit: 'deployment',
  },
  'time-to-restore': {
    name: 'Time to restore',
    says: 'Median recovery of resolved incidents, by their creation',
    unit: 'incident',
  },
  reliability: {
    name: 'Reliability',
    says: 'Services that kept every budget, in each closed period of the window',
    unit: 'verdict',
  },
}

export function isShare(name: DeliveryComponent | AccelerateMeasure): boolean {
  return name.endsWith('-rate') || name === 'reliability'
}

export function deliveryText(name: DeliveryComponent | AccelerateMeasure, value: number): string {
  if (name === 'reliability') return percent(value)
  if (isShare(name)) return formatFailureRate(value)
  if (name === 'deployment-frequency') return `${formatFrequency(value)} a week`
  return formatDuration(value / 60)
}

/** "41 deployments", "2 failures, too few". */
export function restsOn({ count, isFew }: Pick<FigureOnWire, 'count' | 'isFew'>, unit: string): string {
  const words = counted(count, unit)
  return isFew && count > 0 ? `${words}, too few` : words
}

export function absentReason(unit: string): string {
  return `No ${unit} was told of in this window`
}

/** "+12 %", "−8 %": against the window before. */
export function changeText(change: number): string {
  const share = Math.abs(change) * 100
  const sign = share === 0 ? '' : change < 0 ? '\u2212' : '+'
  return `${sign}${formatCount(share < 1 ? share : Math.round(share))}\u202f%`
}

export const directionWords = { better: 'better', worse: 'worse', steady: 'steady' } as const
