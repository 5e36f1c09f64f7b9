type Sort = readonly Readonly<{ column: string; descending: boolean }>[]

const words: Readonly<Record<string, string>> = {
  service: 'service',
  team: 'team',
  sli: 'SLI',
  slo: 'SLO',
  target: 'target',
  deployment: 'deployment',
  state: 'state',
  remaining: 'budget left',
  'burn-rate': 'burn rate',
  exhaustion: 'exhaustion',
  period: 'period',
  'average-speed': 'average speed',
  'highest-speed': 'highest speed',
  endpoint: 'endpoint',
  requests: 'requests',
  availability: 'availability',
  'average-latency': 'average latency',
  'max-latency': 'longest latency',
  p50: 'p50',
  p95: 'p95',
  p99: 'p99',
  broken: 'broken periods',
  fulfilled: 'kept periods',
  rate: 'share of kept periods',
  streak: 'periods in a row',
  growth: 'growth',
  delta: 'tickets added',
  tickets: 'tickets',
  created: 'creation',
  incident: 'incident',
  recovery: 'time to recovery',
  detection: 'time to detection',
  severity: 'severity',
  priority: 'priority',
  rotation: 'rotation',
  sla: 'SLA',
  contract: 'contractual SLA',
  type: 'type',
  leeway: 'leeway',
  hours: 'covered hours',
  people: 'people',
  began: 'beginning',
  lasted: 'length',
  'how-far': 'how far',
  taken: 'budget taken',
  alert: 'alert',
  cause: 'cause',
  name: 'name',
  product: 'product',
  slos: 'SLOs',
  missing: 'what is missing',
  confirmed: 'confirmation',
  title: 'title',
  category: 'category',
  effective: 'day it holds from',
  effect: 'look at the effect',
  changed: 'last change',
}

// What comes first, where "ascending" would leave the reader to work it out.
const first: Readonly<Record<string, readonly [ascending: string, descending: string]>> = {
  state: ['worst first', 'best first'],
  remaining: ['least first', 'most first'],
  'burn-rate': ['slowest first', 'fastest first'],
  exhaustion: ['soonest first', 'latest first'],
  target: ['loosest first', 'tightest first'],
  period: ['oldest first', 'newest first'],
  'average-speed': ['slowest first', 'fastest first'],
  'highest-speed': ['slowest first', 'fastest first'],
  requests: ['fewest first', 'most first'],
  availability: ['lowest first', 'highest first'],
  'average-latency': ['fastest first', 'slowest first'],
  'max-latency': ['fastest first', 'slowest first'],
  p50: ['fastest first', 'slowest first'],
  p95: ['fastest first', 'slowest first'],
  p99: ['fastest first', 'slowest first'],
  broken: ['fewest first', 'most first'],
  fulfilled: ['fewest first', 'most first'],
  rate: ['lowest first', 'highest first'],
  streak: ['longest broken first', 'longest kept first'],
  growth: ['slowest first', 'fastest first'],
  delta: ['fewest first', 'most first'],
  tickets: ['fewest first', 'most first'],
  created: ['oldest first', 'newest first'],
  recovery: ['shortest first', 'longest first'],
  detection: ['shortest first', 'longest first'],
  severity: ['gravest first', 'slightest first'],
  priority: ['highest first', 'lowest first'],
  hours: ['fewest first', 'most first'],
  leeway: ['least first', 'most first'],
  people: ['fewest first', 'most first'],
  began: ['oldest first', 'newest first'],
  lasted: ['shortest first', 'longest first'],
  'how-far': ['least first', 'furthest first'],
  taken: ['least first', 'most first'],
  alert: ['oldest first', 'newest first'],
  slos: ['fewest first', 'most first'],
  missing: ['least first', 'most first'],
  confirmed: ['oldest first', 'newest first'],
  effective: ['oldest first', 'newest first'],
  effect: ['soonest first', 'latest first'],
  changed: ['oldest first', 'newest first'],
}

/**
 * "Sorted by service, then by budget left, least first." A column that is no word here is a period, sorted by what its
 * cells show.
 */
export function sortWords(sort: Sort, cells: 'remaining' | 'tickets' | 'broken' = 'remaining'): string {
  const parts = sort.map(({ column, descending }) => {
    const name = words[column] ?? column
    const order = (words[column] ? first[column] : first[cells])?.[descending ? 1 : 0]
    const inOrder = order ?? (descending ? 'backwards' : '')
    return inOrder === '' ? name : `${name}, ${inOrder}`
  })
  return `Sorted by ${parts.join(', then by ')}.`
}

/** What comes first, ascending and descending. */
export function orderWords(column: string): readonly [ascending: string, descending: string] {
  return first[column] ?? (words[column] ? ['A to Z', 'Z to A'] : ['least first', 'most first'])
}
