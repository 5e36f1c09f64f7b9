import type { ExpectationMetric } from './expectation-metric.ts'
import { YES_OR_NO, type ExpectedTarget, type Stakeholder } from './expectation.ts'
import { monthText, type Month } from './month.ts'

type TemplateSource = Readonly<
  | { kind: 'metric'; metric: ExpectationMetric; overPeriods: number }
  | { kind: 'typed'; unit: string; base: number | null }
>

export type ExpectationTemplate = Readonly<{
  id: string
  title: string
  stakeholder: Stakeholder
  outcome: string
  signal: string
  wayToTest: string
  owner: string
  source: TemplateSource
  target: ExpectedTarget
  /** Months of the time before that it is measured against; null for a level. */
  monthsBefore: number | null
  /** The month of the transformation at whose end it is judged; 1 is its first. */
  checkpointMonth: number
}>

/** The same for all of them: what is being built. */
export const SRE_CAPABILITY = 'SLIs, SLOs, error budgets and a policy for them are in use in every team'

const YES = { kind: 'at-least', value: 1, isBeyond: false } as const
const yesOrNo: TemplateSource = { kind: 'typed', unit: YES_OR_NO, base: null }

/** What organizations expect of SRE, by whom: to begin with, and to be changed. */
export const expectationTemplates: readonly ExpectationTemplate[] = [
  {
    id: 'outages-seen-inside',
    title: 'Outages not detected internally halved',
    stakeholder: 'executives',
    outcome: 'Customers hear of outages from us, and not we from them',
    signal: 'Incidents that support or customers saw first fall by more than half',
    wayToTest:
      'Who saw each incident first, as the on-call tool has it, a year after the start against the time before',
    owner: 'SRE coaches',
    source: { kind: 'metric', metric: 'not-detected-internally', overPeriods: 3 },
    target: { kind: 'fall', percent: 50, isBeyond: true },
    monthsBefore: 10,
    checkpointMonth: 12,
  },
  {
    id: 'within-budget',
    title: 'More than half of the services within budget',
    stakeholder: 'managers',
    outcome: 'Most services are as reliable as was promised, period after period',
    signal: 'More than 50 % of services keep every budget in each of three periods',
    wayToTest: 'The overview of kept budgets; the next mark is 90 %',
    owner: 'Engineering managers',
    source: { kind: 'metric', metric: 'services-within-budget', overPeriods: 3 },
    target: { kind: 'at-least', value: 50, isBeyond: true },
    monthsBefore: null,
    checkpointMonth: 12,
  },
  {
    id: 'churn',
    title: 'Customers lost over reliability halved',
    stakeholder: 'executives',
    outcome: 'Customers no longer leave because the product is down or slow',
    signal: 'Customers who name reliability as their reason fall by half in twelve months',
    wayToTest: 'Reasons and rates in the customer database, twelve months against the twelve before',
    owner: 'Head of sales',
    source: { kind: 'typed', unit: 'customers a year', base: null },
    target: { kind: 'fall', percent: 50, isBeyond: false },
    monthsBefore: 12,
    checkpointMonth: 12,
  },
  {
    id: 'escalation-defined',
    title: 'Everybody means the same by an escalation',
    stakeholder: 'product-owners',
    outcome: 'Escalations can be counted',
    signal: 'One definition: first-level support starts an incident that names a customer or a group of them',
    wayToTest: 'It is written down, and the on-call tool asks for it',
    owner: 'Product owners',
    source: yesOrNo,
    target: YES,
    monthsBefore: null,
    checkpointMonth: 3,
  },
  {
    id: 'escalations',
    title: 'Support escalations halved within six months',
    stakeholder: 'product-owners',
    outcome: 'Roadmaps are interrupted less often',
    signal: 'Escalations fall by half in six months against the six before',
    wayToTest: 'The on-call tool, and the records of support for the time before it',
    owner: 'Product owners',
    source: { kind: 'typed', unit: 'in six months', base: null },
    target: { kind: 'fall', percent: 50, isBeyond: false },
    monthsBefore: 6,
    checkpointMonth: 6,
  },
  {
    id: 'backlogs',
    title: 'Reliability work can be found in every backlog',
    stakeholder: 'developers',
    outcome: 'What postmortems ask for is planned beside features',
    signal: 'Teams whose backlog marks the work that came from postmortems',
    wayToTest: 'Marks and links of work items',
    owner: 'Team leads',
    source: { kind: 'typed', unit: 'teams', base: 0 },
    target: { kind: 'at-least', value: 6, isBeyond: false },
    monthsBefore: null,
    checkpointMonth: 9,
  },
  {
    id: 'lead-time',
    title: 'Reliability work is taken up a quarter sooner',
    stakeholder: 'developers',
    outcome: 'Weak spots are mended before they break again',
    signal: 'Average days until reliability work is put first: at least 25 % fewer than two quarters before',
    wayToTest: 'The tool of work items',
    owner: 'Team leads',
    source: { kind: 'typed', unit: 'days', base: null },
    target: { kind: 'fall', percent: 25, isBeyond: false },
    monthsBefore: 3,
    checkpointMonth: 15,
  },
  {
    id: 'developers-on-call',
    title: 'Developers of every team on call by month 18',
    stakeholder: 'operations',
    outcome: 'Whoever builds a service learns how it runs',
    signal: 'Teams with a rotation of their own at agreed times',
    wayToTest: 'Rotations of the on-call tool',
    owner: 'Operations',
    source: { kind: 'metric', metric: 'teams-on-call', overPeriods: 1 },
    target: { kind: 'at-least', value: 6, isBeyond: false },
    monthsBefore: 6,
    checkpointMonth: 18,
  },
  {
    id: 'join-incident',
    title: 'Any team joins an incident within two hours',
    stakeholder: 'operations',
    outcome: 'Nobody waits alone with what another team built',
    signal: 'The longest time between asking a team to join and its answer',
    wayToTest: 'Timelines of postmortems of the last three months',
    owner: 'Operations',
    source: { kind: 'typed', unit: 'hours', base: null },
    target: { kind: 'at-most', value: 2, isBeyond: false },
    monthsBefore: null,
    checkpointMonth: 6,
  },
  {
    id: 'recovery',
    title: 'Time to recovery halved',
    stakeholder: 'operations',
    outcome: 'What breaks is back sooner',
    signal: 'The median time to recovery falls by half within a year',
    wayToTest: 'All resolved incidents of three periods against the time before',
    owner: 'Operations',
    source: { kind: 'metric', metric: 'median-recovery', overPeriods: 3 },
    target: { kind: 'fall', percent: 50, isBeyond: false },
    monthsBefore: 3,
    checkpointMonth: 12,
  },
  {
    id: 'deployments-fail',
    title: 'Half as many deployments fail',
    stakeholder: 'operations',
    outcome: 'Rolling out breaks less',
    signal: 'The median share of deployments that fail: half of what it was in the three months before',
    wayToTest: 'Deployments of three periods against the time before, as the tools of delivery tell',
    owner: 'Operations',
    source: { kind: 'metric', metric: 'deployment-failure-rate', overPeriods: 3 },
    target: { kind: 'fall', percent: 50, isBeyond: false },
    monthsBefore: 3,
    checkpointMonth: 12,
  },
  {
    id: 'deployment-recovery',
    title: 'Failed deployments are repaired in half the time',
    stakeholder: 'operations',
    outcome: 'A failed rollout is over before anybody calls',
    signal: 'The median recovery of failed deployments: half of what it was in the three months before',
    wayToTest: 'Deployments of three periods against the time before, as the tools of delivery tell',
    owner: 'Operations',
    source: { kind: 'metric', metric: 'deployment-recovery', overPeriods: 3 },
    target: { kind: 'fall', percent: 50, isBeyond: false },
    monthsBefore: 3,
    checkpointMonth: 12,
  },
  {
    id: 'roll-outs',
    title: 'Fewer complaints about rollouts',
    stakeholder: 'managers',
    outcome: 'Rolling out is no event',
    signal: 'Issues raised about rollouts: at least 40 % fewer than two quarters before',
    wayToTest: 'Interviews with those who roll out, and with those who feel it',
    owner: 'Engineering managers',
    source: { kind: 'typed', unit: 'issues a quarter', base: null },
    target: { kind: 'fall', percent: 40, isBeyond: false },
    monthsBefore: 3,
    checkpointMonth: 15,
  },
  {
    id: 'without-coaching',
    title: 'Teams sustain the practice without coaching',
    stakeholder: 'coaches',
    outcome: 'The coaches are free for something new',
    signal: 'Teams that had no day of coaching in a quarter and kept practising',
    wayToTest: 'Days of the coaches by month',
    owner: 'SRE coaches',
    source: { kind: 'typed', unit: 'teams', base: 0 },
    target: { kind: 'at-least', value: 6, isBeyond: false },
    monthsBefore: null,
    checkpointMonth: 24,
  },
  {
    id: 'same-complaint',
    title: 'No complaint lasts longer than a week',
    stakeholder: 'coaches',
    outcome: 'Customers do not have to tell us twice',
    signal: 'Problems about which customers kept writing for more than a week',
    wayToTest: 'Tickets that are linked to one problem',
    owner: 'SRE coaches',
    source: { kind: 'typed', unit: 'in a quarter', base: null },
    target: { kind: 'at-most', value: 0, isBeyond: false },
    monthsBefore: null,
    checkpointMonth: 24,
  },
  {
    id: 'slo-changes',
    title: 'Teams adapt their SLOs regularly',
    stakeholder: 'coaches',
    outcome: 'SLOs say what users feel, also next year',
    signal: 'Changes of SLOs a period, over three of them',
    wayToTest: 'The history of the SLOs',
    owner: 'SRE coaches',
    source: { kind: 'metric', metric: 'slo-changes', overPeriods: 3 },
    target: { kind: 'at-least', value: 2, isBeyond: false },
    monthsBefore: null,
    checkpointMonth: 18,
  },
]

type Begun = Omit<ExpectationTemplate, 'id' | 'monthsBefore' | 'checkpointMonth'> &
  Readonly<{
    capability: string
    baseline: Readonly<{ from: string; to: string }> | null
    checkpoint: string
    changedBecause: null
  }>

/** The template for a transformation whose first month is given. */
export function expectationFrom(template: ExpectationTemplate, firstMonth: Month): Begun {
  const { id: _id, monthsBefore, checkpointMonth, ...rest } = template
  return {
    ...rest,
    capability: SRE_CAPABILITY,
    baseline:
      monthsBefore === null
        ? null
        : { from: monthText(firstMonth - monthsBefore), to: monthText(firstMonth - 1) },
    checkpoint: monthText(firstMonth + checkpointMonth - 1),
    changedBecause: null,
  }
}
