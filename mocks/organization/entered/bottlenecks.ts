import type { Entry } from '../../../server/entry-ports.ts'
import type { BottleneckEntered } from '../../../src/contract/delivery.ts'
import { isoFromHour, type Hour } from '../../../src/domain/hours.ts'

const WEEK_HOURS = 7 * 24
const HOURS_BEFORE = 15
const coach = { kind: 'person', id: 'sre-coach', name: 'SRE coach' } as const
const editor = { kind: 'person', id: 'payments-lead', name: 'Payments lead' } as const

type Version = Readonly<{ weeksAgo: number; by: Entry['by']; entered: BottleneckEntered }>

/** What was found out about bottlenecks and decided, told from now backwards. */
const versionsOf = (day: (weeksAgo: number) => string): Readonly<Record<string, readonly Version[]>> => {
  const downtime = {
    kind: 'customer-tickets',
    isFound: true,
    says: 'Support counted eleven tickets about downtime right after deployments',
    link: 'https://tickets.harbourline.example/search?label=after-deployment',
  } as const
  return {
    'cd.deployment-recovery.payments': [
      { weeksAgo: 5, by: editor, entered: { evidence: [downtime], decision: null } },
      {
        weeksAgo: 3,
        by: coach,
        entered: {
          evidence: [downtime],
          decision: {
            outcome: 'prioritise',
            reason: 'A failed deployment keeps charges down for two hours, and customers write in',
            owner: 'Payments, product owner',
            date: day(-6),
          },
        },
      },
    ],
    'cd.deployment-lead-time.messaging': [
      {
        weeksAgo: 4,
        by: coach,
        entered: {
          evidence: [
            {
              kind: 'revenue-loss',
              isFound: false,
              says: 'Sales lost no deal over a message that came a week later',
              link: null,
            },
          ],
          decision: {
            outcome: 'not-now',
            reason: 'Nobody waits for what Messaging brings; looked at again with the next planning',
            owner: 'Messaging, product owner',
            date: day(-8),
          },
        },
      },
    ],
    'sre.availability.sms-relay': [
      {
        weeksAgo: 1,
        by: coach,
        entered: {
          evidence: [
            {
              kind: 'engagement',
              isFound: false,
              says: 'Reminders that come late are read as often as the others',
              link: 'https://analytics.harbourline.example/reminders',
            },
          ],
          decision: {
            outcome: 'not-now',
            reason: 'Low effect on engagement; the carrier changes in spring anyway',
            owner: 'Messaging, product owner',
            date: day(-12),
          },
        },
      },
    ],
    'sre.availability.timetable': [
      {
        weeksAgo: 26,
        by: coach,
        entered: {
          evidence: [
            {
              kind: 'users-leave',
              isFound: true,
              says: 'One in nine left the search when the timetable did not load',
              link: 'https://analytics.harbourline.example/timetable',
            },
          ],
          decision: {
            outcome: 'prioritise',
            reason: 'Out of budget period after period, and users leave',
            owner: 'Search, product owner',
            date: day(14),
          },
        },
      },
    ],
  }
}

export function bottleneckEntries(nowHour: Hour): readonly Entry[] {
  const noon = Math.floor(nowHour / 24) * 24 - HOURS_BEFORE
  const at = (weeksAgo: number) => isoFromHour(noon - weeksAgo * WEEK_HOURS)
  const all = Object.entries(versionsOf((weeksAgo) => at(weeksAgo).slice(0, 10)))
  return all.flatMap(([key, versions]) =>
    versions.map(({ weeksAgo, by, entered }, index): Entry => ({
      kind: 'bottleneck-decision',
      key,
      version: index + 1,
      body: entered,
      isWithdrawn: false,
      by,
      at: at(weeksAgo),
    })),
  )
}
