/** From the least to the most: 0, 1 and 2 points. */
export const maturityLevels = ['regressive', 'beginner', 'advanced'] as const
export type MaturityLevel = (typeof maturityLevels)[number]
export type MaturityScore = 0 | 1 | 2

export const maturityDimensions = ['organization', 'people', 'technology', 'culture', 'process'] as const
export type MaturityDimension = (typeof maturityDimensions)[number]

/** A level in two words for the grid, and in full for whoever assesses. */
type LevelText = Readonly<{ short: string; full: string }>

export type AspectText = Readonly<{ name: string } & Record<MaturityLevel, LevelText>>
export type MaturityAspect = AspectText & Readonly<{ id: string; dimension: MaturityDimension }>

type Row = readonly [id: string, name: string, ...levels: readonly (readonly [short: string, full: string])[]]

/** 28 rows of three levels, rebuilt from the reference. Organizations may say them in their own words, but not others. */
const rows: Readonly<Record<MaturityDimension, readonly Row[]>> = {
  organization: [
    [
      'structure',
      'Structure',
      ['Separate silos', 'Product delivery is organized in silos'],
      ['Departments cooperate', 'Departments collaborate'],
      ['Independent teams', 'Independent cross-functional teams'],
    ],
    [
      'alignment',
      'Agreement on ops',
      ['None visible', 'Operational concerns are not visible'],
      ['Ad hoc, with some data', 'Agreed in ad hoc meetings, with some operational data'],
      ['SLOs and policies', 'Agreed by SLIs, SLOs and error budget policies, and decided by error budgets'],
    ],
    [
      'formal-leadership',
      'Formal leadership',
      ['Has not heard of SRE', 'Unaware of SRE'],
      ['Some backing', 'Some support for SRE'],
      ['Full backing', 'Full support for SRE'],
    ],
    [
      'informal-leadership',
      'Informal leadership',
      ['Lone heroes', 'A few heroes know production'],
      ['Pockets of knowledge', 'Some pockets of operational knowledge across the organization'],
      ['Coaches SRE', 'Informal leaders coach others in SRE'],
    ],
  ],
  people: [
    [
      'developers',
      'Developers',
      ['Never on call', 'Developers, architects and their managers are never on call'],
      ['Some view of production', 'Some insight into production operations'],
      ['On call as agreed', 'They share being on call as agreed'],
    ],
    [
      'operations-engineers',
      'Operations engineers',
      ['Always on call, alone', 'Operations engineers and their managers are always on call, in a silo'],
      ['On call, but heard', 'Always on call, with influence on priorities'],
      ['On call as agreed', 'They share being on call as agreed'],
    ],
    [
      'product-owners',
      'Product owners',
      ['Production is not theirs', 'Production is out of scope for product owners and managers'],
      ['Partly involved', 'Some involvement in production operations'],
      ['Decide by budget', 'They decide by error budgets'],
    ],
    [
      'executives',
      'Executives',
      ['Have not heard of SRE', 'Unaware of SRE'],
      ['Some backing', 'Some support for SRE'],
      ['Full backing', 'Full support for SRE'],
    ],
  ],
  technology: [
    [
      'logging',
      'Logging',
      ['Free text', 'Logs are unstructured'],
      ['Partly structured', 'Some logs are structured'],
      ['Made for machines', 'Logs are structured for processing by machines'],
    ],
    [
      'monitoring',
      'Monitoring',
      ['No alerts', 'There is no alerting'],
      ['Alerts on resources', 'Alerts on technical resources'],
      ['Alerts on user impact', 'Alerts reflect what users experience'],
    ],
    [
      'testing',
      'Testing',
      ['Not trusted', 'Tests cannot be trusted'],
      ['Some suites trusted', 'Some test suites can be trusted'],
      ['Trusted', 'Tests can be trusted'],
    ],
    [
      'release',
      'Release',
      ['All at once', 'All services are released together'],
      ['Some on their own', 'Some services are released independently'],
      ['Each on its own', 'Every service is released independently'],
    ],
    [
      'capacity',
      'Capacity',
      ['Not planned', 'Capacity planning does not exist'],
      ['By chance', 'Capacity planning is haphazard'],
      ['Elastic', 'Capacity is elastic'],
    ],
    [
      'adaptive-capacity',
      'Adaptive capacity',
      ['None', 'Development has no adaptive capacity'],
      ['Some', 'Development has some adaptive capacity'],
      ['Where it matters', 'Development has adaptive capacity where it is appropriate'],
    ],
  ],
  culture: [
    [
      'cooperation',
      'Cooperation',
      ['Little', 'Cooperation is low'],
      ['Moderate', 'Cooperation is modest'],
      ['High', 'Cooperation is high'],
    ],
    [
      'messengers',
      'Bearers of bad news',
      ['Punished', 'Who brings bad news is punished'],
      ['Ignored', 'Who brings bad news is neglected'],
      ['Encouraged', 'Bringing bad news is taught and encouraged'],
    ],
    [
      'risk-sharing',
      'Risk',
      ['Pushed away', 'Responsibility is pushed away'],
      ['Kept narrow', 'Responsibility is kept narrow'],
      ['Shared', 'Risks are shared'],
    ],
    [
      'bridging',
      'Building bridges',
      ['Discouraged', 'Building bridges between teams is discouraged'],
      ['Tolerated', 'Building bridges between teams is tolerated'],
      ['Encouraged', 'Building bridges between teams is encouraged'],
    ],
    [
      'failure',
      'Failure',
      ['Finds a culprit', 'Failure leads to a scapegoat'],
      ['Finds justice', 'Failure leads to justice'],
      ['Finds a cause', 'Failure leads to an enquiry'],
    ],
    [
      'novelty',
      'New ideas',
      ['Crushed', 'New ideas are crushed'],
      ['Cause trouble', 'New ideas lead to problems'],
      ['Tried out', 'New ideas are put into practice'],
    ],
  ],
  process: [
    [
      'customer-support',
      'Customer support',
      ['By chance', 'Customer support is haphazard'],
      ['Named roles', 'Customer support has dedicated roles'],
      ['Rotates in teams', 'Customer support rotates in the operations teams'],
    ],
    [
      'on-call',
      'On call',
      ['Does not exist', 'Nobody is on call'],
      ['On goodwill', 'People are on call out of goodwill'],
      ['Shared as agreed', 'Development and operations teams share being on call as agreed'],
    ],
    [
      'incident-response',
      'Incident response',
      ['By chance', 'Incident response is haphazard'],
      ['When managers ask', 'Incident response begins when managers ask for it'],
      ['Swarm of people on call', 'People on call swarm around an incident'],
    ],
    [
      'production-access',
      'Access to production',
      ['Unclear', 'Who may access production is not clear'],
      ['People and scripts', 'Access is controlled, for people and scripts'],
      ['Scripts only', 'Only scripts access production'],
    ],
    [
      'compliance',
      'Compliance',
      ['By hand', 'Regulatory compliance is shown by hand'],
      ['Partly automated', 'Regulatory compliance is automated to some degree'],
      ['Mostly automated', 'Regulatory compliance is automated to a large extent'],
    ],
    [
      'deployment',
      'Deployment',
      ['By hand', 'Deployment is manual'],
      ['Partly automated', 'Deployment is automated to some degree'],
      ['Automated', 'Deployment is fully automated'],
    ],
    [
      'prioritization',
      'Setting priorities',
      ['Unclear', 'How reliability work gets its priority is not clear'],
      ['By a few voices', 'Key opinion leaders set the priority of reliability work'],
      ['By policy and budget', 'Data and error budget policies set the priority of reliability work'],
    ],
    [
      'decisions',
      'Deciding on reliability',
      ['Unclear', 'How decisions on reliability are made is not clear'],
      ['By a few voices', 'Key opinion leaders decide on reliability'],
      ['By indicators', 'Decisions on reliability are made with SRE indicators'],
    ],
  ],
}

export const maturityAspects: readonly MaturityAspect[] = maturityDimensions.flatMap((dimension) =>
  rows[dimension].map(([id, name, ...levels]) => {
    const text = (score: MaturityScore): LevelText => {
      const [short, full] = levels[score] ?? ['', '']
      return { short, full }
    }
    return { id, dimension, name, regressive: text(0), beginner: text(1), advanced: text(2) }
  }),
)

export const dimensionNames: Readonly<Record<MaturityDimension, string>> = {
  organization: 'Organization',
  people: 'People',
  technology: 'Technology',
  culture: 'Culture',
  process: 'Process',
}

/** Heads of the columns; cultures have names of their own for the same three levels. */
export function levelName(level: MaturityLevel, dimension: MaturityDimension): string {
  const [common, ofCulture] = levelNames[level]
  return dimension === 'culture' ? ofCulture : common
}

const levelNames: Readonly<Record<MaturityLevel, readonly [common: string, ofCulture: string]>> = {
  regressive: ['Regressive', 'Pathological'],
  beginner: ['Beginner', 'Bureaucratic'],
  advanced: ['Advanced', 'Generative'],
}
