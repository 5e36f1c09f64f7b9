import { workedCover } from './worked-cover.ts'
import type { Losses, WorkedPlan } from './worked-plan.ts'
import { rotation } from './worked-rotation.ts'
import { workedSlas } from './worked-slas.ts'

const getUser = { slug: 'get-user', verb: 'GET', path: '/user' }
const putLang = { slug: 'put-user-lang', verb: 'PUT', path: '/user/lang' }
const getAffil = { slug: 'get-affil', verb: 'GET', path: '/affil' }

/** More than there is, and less. */
const broken = [[100, 20, 120]] as const
const kept = [[100, 20, 40]] as const

/** I-01, I-02, I-08, I-09 and I-10 of the reference: what is agreed, who kept it, and what other tools told. */
const adherence: WorkedPlan = {
  name: 'Worked figures: adherence',
  teams: {
    'team-1': ['service-1', 'service-4', 'service-5'],
    'team-2': ['service-2'],
    'team-3': ['service-3'],
  },
  slos: [
    {
      service: 'service-1',
      endpoint: getUser,
      target: 0.999,
      losses: { 'prod-us': { 1: kept, 2: kept, 3: broken } },
    },
    {
      service: 'service-2',
      endpoint: putLang,
      target: 0.99,
      losses: { 'prod-us': { 1: broken, 2: kept, 3: kept } },
    },
    {
      service: 'service-3',
      endpoint: getAffil,
      target: 0.9995,
      losses: { 'prod-us': { 1: kept, 2: kept, 3: kept } },
    },
  ],
  tickets: {
    'service-1': [36, 46],
    'service-2': [47, 55],
    'service-3': [10, 11],
    'service-4': [0, 5, 10],
    'service-5': [40, 31, 22, 35, 52],
  },
  incidents: [
    { period: 1, minutes: 30 },
    { period: 1, minutes: 90 },
    { period: 2, minutes: 60 },
    { period: 4, minutes: 60 },
    { period: 5, minutes: 120 },
  ],
  rotations: [
    rotation('R1', ['service-1'], 2, ['07:00', '19:00']),
    rotation('R2', ['service-2', 'service-3'], 2, ['08:00', '16:00'], ['19:00', '21:00']),
    rotation('R3', ['service-1'], 1, ['01:00', '05:00']),
    rotation('R4', ['service-2'], 1, ['01:00', '04:00']),
    rotation('R5', ['service-3'], 1, ['02:00', '05:00']),
  ],
}

/** I-03, and the speeds of chapter 11's table: service 1 has its three incidents in P1, the fast burner in P2. */
const depletion: WorkedPlan = {
  name: 'Worked figures: depletion',
  teams: { 'team-1': ['service-1', 'service-2'], 'team-2': ['service-3'] },
  slos: [
    {
      service: 'service-2',
      endpoint: getAffil,
      target: 0.9995,
      losses: {
        'prod-us': {
          1: [
            [50, 10, 23],
            [100, 57, 28.5],
            [200, 57, 28.5],
          ],
          2: [[100, 100, 60]],
        },
      },
    },
    {
      service: 'service-3',
      endpoint: getUser,
      target: 0.999,
      losses: {
        'prod-us': {
          4: [
            [50, 35, 66.5],
            [200, 29, 43.5],
          ],
        },
        'prod-eu': {
          4: [
            [50, 10, 12],
            [200, 10, 8],
          ],
        },
      },
    },
    {
      service: 'service-1',
      endpoint: putLang,
      target: 0.99,
      losses: {
        'prod-jp': {
          1: [
            [10, 52, 70],
            [100, 26, 50],
            [200, 70, 25],
          ],
          2: [[100, 2, 80]],
          3: [[0, 336, 80]],
        },
      },
    },
  ],
}

/** I-04, I-11 and I-12: who ran out early, and the endpoints that answered worst. */
const exhaustion: WorkedPlan = {
  name: 'Worked figures: exhaustion',
  teams: { 'team-1': ['service-2'], 'team-2': ['service-3'] },
  slos: [
    {
      service: 'service-2',
      endpoint: getAffil,
      target: 0.9995,
      losses: {
        'prod-us': {
          1: [
            [22, 50, 100],
            [100, 70, 17.5],
            [200, 70, 17.5],
            [300, 70, 17.5],
            [400, 70, 17.5],
          ],
          2: [
            [80, 40, 100],
            [200, 14, 14],
            [300, 10, 16],
          ],
        },
      },
    },
    {
      service: 'service-3',
      endpoint: getUser,
      target: 0.999,
      losses: {
        'prod-us': {
          4: [
            [142, 50, 100],
            [300, 43, 43],
          ],
        },
        'prod-eu': {
          4: [
            [440, 40, 100],
            [500, 30, 51],
          ],
        },
      },
    },
  ],
  endpoints: [
    endpoint('service-3', '/user', 1, { failurePercent: 12, averageMs: 30_000, maxMs: 90_000 }),
    endpoint('service-2', '/affil', 2, { failurePercent: 9, averageMs: 20_000, maxMs: 30_000 }),
    endpoint('service-2', '/tenant/{id}', 4, { failurePercent: 5, averageMs: 15_000, maxMs: 17_000 }),
  ],
}

/** I-13: eight SLOs of service 1, four and then five of service 2. */
const overview: WorkedPlan = {
  name: 'Worked figures: overview',
  teams: { 'team-1': ['service-1'], 'team-2': ['service-2'] },
  slos: [
    ...Array.from({ length: 8 }, (_, at) => numbered('service-1', at, breaking([3, 2, 1], at))),
    ...Array.from({ length: 4 }, (_, at) => numbered('service-2', at, breaking([2, 2, 0], at))),
    { ...numbered('service-2', 4, {}), since: 2 },
  ],
}

/** The drawn figures: time units of chapter 3, weeks of Fig 11.4, periods of Fig 11.6. */
const graphs: WorkedPlan = {
  name: 'Worked figures: graphs',
  teams: { 'team-1': ['service-1', 'service-2'] },
  slos: [
    {
      service: 'service-1',
      endpoint: getUser,
      target: 0.999,
      losses: {
        'prod-us': {
          1: [
            [0, 336, 50],
            [336, 202, 50],
            [538, 134, 50],
          ],
          2: [[0, 672, 20]],
          3: [
            [0, 403, 20],
            [403, 34, 80],
            [437, 168, 20],
          ],
        },
      },
    },
    {
      service: 'service-1',
      endpoint: getAffil,
      target: 0.9995,
      losses: {
        'prod-us': {
          1: [
            [168, 24, 50],
            [504, 24, 100],
          ],
        },
      },
    },
    {
      service: 'service-2',
      endpoint: getAffil,
      target: 0.9995,
      losses: {
        'prod-us': {
          1: [
            [24, 10, 25],
            [100, 200, 150],
          ],
          2: [[50, 40, 20]],
          3: [
            [0, 336, 30],
            [336, 24, 97],
          ],
          4: [[200, 50, 40]],
          // The last day before 18 November, 03:00 UTC: dips in its third and its fourth hour.
          12: [
            [48, 20, 17],
            [365, 1, 3],
            [366, 1, 2],
          ],
        },
      },
    },
  ],
  releases: [
    { service: 'service-1', period: 1, hour: 196, version: 'fix' },
    { service: 'service-1', period: 1, hour: 500, version: 'fault' },
  ],
}

/** Separate samples: what one of them says of a service contradicts another. */
export const workedFigures = {
  'worked-adherence': adherence,
  'worked-depletion': depletion,
  'worked-exhaustion': exhaustion,
  'worked-overview': overview,
  'worked-graphs': graphs,
  'worked-slas': workedSlas,
  'worked-cover': workedCover,
} satisfies Record<WorkedName, WorkedPlan>

/** Pick one by hand like any other scenario: localStorage.setItem('scenario', 'worked-depletion'). */
export const workedNames = [
  'worked-adherence',
  'worked-depletion',
  'worked-exhaustion',
  'worked-overview',
  'worked-graphs',
  'worked-slas',
  'worked-cover',
] as const
export type WorkedName = (typeof workedNames)[number]

export const isWorkedName = (name: string): name is WorkedName =>
  workedNames.some((worked) => worked === name)

function numbered(service: string, at: number, losses: Losses) {
  const endpoint = { slug: `get-part-${at + 1}`, verb: 'GET', path: `/part/${at + 1}` }
  return { service, endpoint, target: 0.999, losses: { 'prod-us': losses } }
}

/** In each period the first few SLOs break their budget. */
function breaking(counts: readonly number[], at: number): Losses {
  return Object.fromEntries(counts.map((count, period) => [period + 1, at < count ? broken : kept]))
}

function endpoint(
  service: string,
  path: string,
  period: number,
  figures: Readonly<{ failurePercent: number; averageMs: number; maxMs: number }>,
) {
  return { service, verb: 'GET', path, period, ...figures }
}
