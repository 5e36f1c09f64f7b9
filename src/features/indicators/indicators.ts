import { indicatorPaths } from '../../url/indicator-paths.ts'
import { paths } from '../../url/paths.ts'

/** The twelve and the overview, in the order they are numbered by everywhere. `link` is null until the indicator is in the app. */
export const indicators = [
  {
    no: 1,
    name: 'SLOs by service',
    shows: 'What is promised, by whom, and how the budgets stand',
    link: paths.slosByService(),
  },
  {
    no: 2,
    name: 'SLO adherence',
    shows: 'Whether each SLO was kept, period by period',
    link: indicatorPaths.sloAdherence(),
  },
  {
    no: 3,
    name: 'SLO error budget depletion',
    shows: 'How budgets went down over time, and how fast',
    link: indicatorPaths.budgetDepletion(),
  },
  {
    no: 4,
    name: 'Premature error budget exhaustion',
    shows: 'Who ran out before the period ended, repeatedly',
    link: indicatorPaths.prematureExhaustion(),
  },
  {
    no: 5,
    name: 'SLAs by service',
    shows: 'What is owed to customers, and the endpoints that carry it',
    link: indicatorPaths.slasByService(),
  },
  {
    no: 6,
    name: 'SLA error budget depletion',
    shows: 'How far it is to penalties',
    link: indicatorPaths.slaDepletion(),
  },
  {
    no: 7,
    name: 'SLA adherence',
    shows: 'Whether contracts were kept, and which part broke one',
    link: indicatorPaths.slaAdherence(),
  },
  {
    no: 8,
    name: 'Customer support ticket trend',
    shows: 'What customers report, apart from own targets',
    link: indicatorPaths.supportTickets(),
  },
  {
    no: 9,
    name: 'On-call rotations by team',
    shows: 'Who covers which hours, and where nobody does',
    link: indicatorPaths.onCallRotations(),
  },
  {
    no: 10,
    name: 'Incident time to recovery trend',
    shows: 'Whether recovery gets faster or slower',
    link: indicatorPaths.recoveryTrend(),
  },
  {
    no: 11,
    name: 'Least available service endpoints',
    shows: 'The endpoints that fail most, SLO or not',
    link: indicatorPaths.leastAvailable(),
  },
  {
    no: 12,
    name: 'Slowest service endpoints',
    shows: 'The endpoints that take longest, SLO or not',
    link: indicatorPaths.slowest(),
  },
  {
    no: 13,
    name: 'Overview of fulfilled and broken SLOs',
    shows: 'Which services kept every budget, period by period',
    link: indicatorPaths.keptBudgets(),
  },
] as const
