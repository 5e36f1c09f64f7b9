import type { Entry } from '../../../server/entry-ports.ts'
import type { InfrastructureRequestBody } from '../../../src/contract/infrastructure-requests.ts'
import { isoFromHour, type Hour } from '../../../src/domain/hours.ts'

const DAY_HOURS = 24
/** Entered in the middle of a day. */
const HOURS_BEFORE = 15

type Story = Readonly<{ id: string; daysAgo: number; request: InfrastructureRequestBody }>

const everybody = ['booking', 'payments', 'search', 'identity', 'messaging', 'fleet']

/** What the six teams asked the platform for: alerts that are fewer first, since all of them are woken by them. */
const stories: readonly Story[] = [
  {
    id: 'custom-slis',
    daysAgo: 210,
    request: {
      title: 'SLIs of one’s own',
      requestedBy: ['search', 'fleet'],
      benefits: ['search', 'fleet', 'messaging'],
      state: 'asked',
      note: 'Freshness of timetables and positions is neither availability nor latency.',
    },
  },
  {
    id: 'fewer-alerts',
    daysAgo: 300,
    request: {
      title: 'One alert for breaches that belong together',
      requestedBy: ['booking', 'payments', 'search'],
      benefits: everybody,
      state: 'building',
      note: 'The region outage rang eleven times.',
    },
  },
  {
    id: 'target-from-page',
    daysAgo: 330,
    request: {
      title: 'Change a target without asking operations',
      requestedBy: ['payments', 'identity'],
      benefits: everybody,
      state: 'there',
      note: '',
    },
  },
  {
    id: 'quiet-nights',
    daysAgo: 60,
    request: {
      title: 'Silence for planned maintenance of partners',
      requestedBy: ['payments'],
      benefits: ['booking'],
      state: 'declined',
      note: 'A recurring correction does the same and is seen by everybody.',
    },
  },
]

export function requestEntries(anchorHour: Hour): readonly Entry[] {
  return stories.map(({ id, daysAgo, request }) => ({
    kind: 'infrastructure-request',
    key: id,
    version: 1,
    body: request,
    isWithdrawn: false,
    by: { kind: 'person', id: 'sre-coach', name: 'SRE coach' },
    at: isoFromHour(anchorHour - daysAgo * DAY_HOURS - HOURS_BEFORE),
  }))
}
