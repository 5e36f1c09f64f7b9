import { indicatorNames } from '../../url/indicator-names.ts'
import { indicatorPaths } from '../../url/indicator-paths.ts'
import { paths } from '../../url/paths.ts'

/** The twelve and the overview, in the order they are numbered by everywhere. `link` is null until the indicator is in the app. */
export const indicators = [
  {
    no: 1,
    name: indicatorNames['slos-by-service'],
    shows: 'What is promised, by whom, and how the budgets stand',
    link: paths.slosByService(),
  },
  {
    no: 2,
    name: indicatorNames['slo-adherence'],
    shows: 'Whether each SLO was kept, period by period',
    link: indicatorPaths.sloAdherence(),
  },
  {
    no: 3,
    name: indicatorNames['error-budget-depletion'],
    shows: 'How budgets went down over time, and how fast',
    link: indicatorPaths.budgetDepletion(),
  },
  {
    no: 4,
    name: indicatorNames['premature-exhaustion'],
    shows: 'Who ran out before the period ended, repeatedly',
    link: indicatorPaths.prematureExhaustion(),
  },
  {
    no: 5,
    name: indicatorNames['slas-by-service'],
    shows: 'What is owed to customers, and the endpoints that carry it',
    link: indicatorPaths.slasByService(),
  },
  {
    no: 6,
    name: indicatorNames['sla-depletion'],
    shows: 'How far it is to penalties',
    link: indicatorPaths.slaDepletion(),
  },
  {
    no: 7,
    name: indicatorNames['sla-adherence'],
    shows: 'Whether contracts were kept, and which part broke one',
    link: indicatorPaths.slaAdherence(),
  },
  {
    no: 8,
    name: indicatorNames['support-tickets'],
    shows: 'What customers report, apart from own targets',
    link: indicatorPaths.supportTickets(),
  },
  {
    no: 9,
    name: indicatorNames['on-call-rotations'],
    shows: 'Who covers which hours, and where nobody does',
    link: indicatorPaths.onCallRotations(),
  },
  {
    no: 10,
    name: indicatorNames['recovery-trend'],
    shows: 'Whether recovery gets faster or slower',
    link: indicatorPaths.recoveryTrend(),
  },
  {
    no: 11,
    name: indicatorNames['least-available-endpoints'],
    shows: 'The endpoints that fail most, SLO or not',
    link: indicatorPaths.leastAvailable(),
  },
  {
    no: 12,
    name: indicatorNames['slowest-endpoints'],
    shows: 'The endpoints that take longest, SLO or not',
    link: indicatorPaths.slowest(),
  },
  {
    no: 13,
    name: indicatorNames['kept-budgets'],
    shows: 'Which services kept every budget, period by period',
    link: indicatorPaths.keptBudgets(),
  },
] as const
