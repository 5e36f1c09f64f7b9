import type { Entry } from '../../../server/entry-ports.ts'
import { instantOf } from '../../../server/instant.ts'
import type { CardBody } from '../../../src/contract/board.ts'
import { defaultPhases } from '../../../src/domain/board-phases.ts'
import { isoFromHour, type Hour } from '../../../src/domain/hours.ts'

const WEEK_HOURS = 7 * 24
const DAY_HOURS = 24
/** Moves are agreed on in the middle of a day. */
const HOURS_BEFORE = 16
const coach = { kind: 'person', id: 'sre-coach', name: 'SRE coach' } as const

type TeamStory = Readonly<{
  team: string
  /** Weeks ago it came into the first phase, the second and so on. */
  weeksAgo: readonly number[]
  /** Numbers of the exit measures it has reached where it is, with the weeks ago. */
  reached: readonly (readonly [measure: number, weeksAgo: number])[]
  nextStep: string
  coachInDays: number | null
  note: string
  group: number
  readiness: CardBody['readiness']
}>

const without = { observability: null, nominal: null, ownership: null, 'protected-time': null }

/** What the six teams went through since the transformation began, told from now backwards. */
const stories = (day: (weeksAgo: number) => string): readonly TeamStory[] => {
  const check = (evidence: string, weeksAgo: number) => ({ evidence, since: day(weeksAgo) })
  const platform = (weeksAgo: number) => check('All services send metrics to the shared platform', weeksAgo)
  return [
    {
      team: 'booking',
      weeksAgo: [57, 51, 45, 35, 21],
      reached: [
        [1, 18],
        [2, 11],
        [3, 4],
      ],
      nextStep: 'SLO review after each breach',
      coachInDays: 2,
      note: 'Alerts came down from thirty a week to four after the targets of search pages were loosened.',
      group: 2,
      readiness: {
        observability: platform(50),
        nominal: check('Baseline of two seasons', 44),
        ownership: check('One owner per service in the catalog', 40),
        'protected-time': check('A day a week until summer', 30),
      },
    },
    {
      team: 'payments',
      weeksAgo: [57, 54, 49, 44, 37, 28, 18],
      reached: [
        [1, 14],
        [2, 6],
      ],
      nextStep: 'policy used in planning',
      coachInDays: 1,
      note: 'The policy stopped a release in September; product agreed afterwards that it had been right.',
      group: 2,
      readiness: {
        observability: platform(55),
        nominal: check('Charges per minute by acquirer', 52),
        ownership: check('Named per endpoint', 50),
        'protected-time': check('One engineer, half of the time', 46),
      },
    },
    {
      team: 'search',
      weeksAgo: [56, 49, 42, 32, 8],
      reached: [
        [1, 6],
        [3, 2],
      ],
      nextStep: 'breaches mean poor experience',
      coachInDays: 0,
      note: '',
      group: 3,
      readiness: {
        observability: platform(48),
        nominal: check('Latency by page since March', 40),
        ownership: check('Agreed in the architecture meeting', 33),
        'protected-time': null,
      },
    },
    {
      team: 'identity',
      weeksAgo: [57, 53, 47, 40, 31, 14],
      reached: [
        [1, 12],
        [2, 9],
        [3, 3],
      ],
      nextStep: 'conditions agreed, consequences open',
      coachInDays: 6,
      note: 'Legal wants to read the consequences before they are signed.',
      group: 2,
      readiness: {
        observability: platform(54),
        nominal: check('Log-ons per minute', 50),
        ownership: check('Named per endpoint', 47),
        'protected-time': check('Two sprints a quarter', 41),
      },
    },
    {
      team: 'messaging',
      weeksAgo: [55, 46, 34, 19],
      reached: [[1, 9]],
      nextStep: 'breaches looked at within a day',
      coachInDays: null,
      note: 'No time for breaches since the team gave two people to Fleet.',
      group: 3,
      readiness: {
        ...without,
        observability: platform(45),
        nominal: check('Messages per minute by channel', 38),
        'protected-time': check('Promised for the first quarter', 20),
      },
    },
    {
      team: 'fleet',
      weeksAgo: [52, 40, 28, 3],
      reached: [],
      nextStep: 'breaches looked at within a day',
      coachInDays: 5,
      note: '',
      group: 4,
      readiness: {
        ...without,
        observability: platform(38),
        nominal: check('Vehicles reporting per hour', 26),
      },
    },
  ]
}

/** A version for every move, and the last with what was said of the card since. */
export function boardEntries(nowHour: Hour): readonly Entry[] {
  const noon = Math.floor(nowHour / DAY_HOURS) * DAY_HOURS - HOURS_BEFORE
  const hourAgo = (weeks: number) => noon - weeks * WEEK_HOURS
  const at = (weeks: number) => isoFromHour(hourAgo(weeks))
  const day = (weeks: number) => at(weeks).slice(0, 10)
  const entries = stories(day).flatMap((story) => versionsOf(story, at, noon))
  return [...entries, prerequisites(at(6))].toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

function versionsOf(story: TeamStory, at: (weeks: number) => string, noon: Hour): readonly Entry[] {
  const moves = story.weeksAgo.map((weeks, index) => ({
    to: defaultPhases[index]?.id ?? '',
    at: at(weeks),
    by: coach.name,
  }))
  const blank = {
    reached: [],
    nextStep: '',
    coachVisit: null,
    note: '',
    group: story.group,
    readiness: without,
  }
  const current = defaultPhases[moves.length - 1]
  const last: CardBody = {
    moves,
    reached: story.reached.map(([number, weeks]) => ({
      measure: current?.measures[number - 1]?.id ?? '',
      at: at(weeks),
      by: coach.name,
    })),
    nextStep: story.nextStep,
    coachVisit:
      story.coachInDays === null
        ? null
        : instantOf((noon + HOURS_BEFORE + story.coachInDays * DAY_HOURS) * 3_600_000).slice(0, 10),
    note: story.note,
    group: story.group,
    readiness: story.readiness,
  }
  const bodies = [...moves.map((_, index) => ({ moves: moves.slice(0, index + 1), ...blank })), last]
  return bodies.map((body, index) => ({
    kind: 'team-card',
    key: story.team,
    version: index + 1,
    body,
    isWithdrawn: false,
    by: coach,
    at: moves[index]?.at ?? at(1),
  }))
}

function prerequisites(at: string): Entry {
  const held = (evidence: string) => ({ isHeld: true, evidence })
  return {
    kind: 'board-prerequisites',
    key: 'board',
    version: 1,
    body: {
      held: {
        'availability-and-latency': held('Both SLIs for every service'),
        'slo-definitions': held('As code, in one repository'),
        'breach-alerts': held('Default rules page the rotation'),
        'proven-by-teams': held('Payments and Identity work with policies'),
        ownership: { isHeld: false, evidence: 'Platform and operations still share it' },
        interest: held('Two teams outside the six asked to join'),
      },
    },
    isWithdrawn: false,
    by: coach,
    at,
  }
}
