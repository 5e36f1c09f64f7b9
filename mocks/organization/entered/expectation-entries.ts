import type { Entry } from '../../../server/entry-ports.ts'
import { BEFORE_SRE_KEY } from '../../../server/routes/before-sre.ts'
import type { BeforeSre } from '../../../src/contract/before-sre.ts'
import type { Hypothesis, Perception } from '../../../src/contract/expectations.ts'
import { expectationFrom, expectationTemplates } from '../../../src/domain/expectation-templates.ts'
import { isoFromHour, type Hour } from '../../../src/domain/hours.ts'
import { monthOfHour, monthText } from '../../../src/domain/month.ts'
import type { Timeline } from '../timeline.ts'

/** The transformation began that many periods before the present one. */
const BEGAN_PERIODS_AGO = 14
const HOURS_A_MONTH = 730
/** What the ticket tool had of the time before. */
const OUTAGES_BEFORE = 9
const MONTHS_BEFORE = 9

type Entered = Readonly<{ month: number; value: number; note: string }>
type Story = Readonly<{
  template: string
  /** What the organization knew of the time before, where the product cannot. */
  base?: number
  /** By month of the transformation. */
  values?: readonly Entered[]
  /** In that month it was put otherwise. */
  changed?: Readonly<{ month: number; because: string }>
}>

const stories: readonly Story[] = [
  { template: 'outages-seen-inside' },
  { template: 'within-budget' },
  {
    template: 'escalations',
    base: 52,
    values: [
      { month: 3, value: 45, note: 'First quarter, doubled to six months.' },
      { month: 6, value: 32, note: '38 % fewer. Payments and Search account for most of what is left.' },
    ],
  },
  {
    template: 'escalation-defined',
    values: [{ month: 2, value: 1, note: 'Support, product and the coaches signed the definition.' }],
  },
  {
    template: 'churn',
    base: 18,
    values: [{ month: 12, value: 8, note: 'Reasons named on leaving, twelve months.' }],
  },
  { template: 'developers-on-call' },
  { template: 'recovery' },
  {
    template: 'backlogs',
    base: 0,
    values: [
      { month: 5, value: 3, note: 'Booking, Payments, Identity.' },
      { month: 9, value: 5, note: 'Fleet has had no postmortem yet.' },
    ],
    changed: {
      month: 10,
      because: 'A team without a postmortem has nothing to mark: counted by postmortem from now on',
    },
  },
  {
    template: 'lead-time',
    base: 24,
    values: [{ month: 12, value: 19, note: 'Third quarter.' }],
  },
  {
    template: 'join-incident',
    values: [{ month: 6, value: 1.5, note: 'The slowest of eleven timelines.' }],
  },
  {
    template: 'without-coaching',
    base: 0,
    values: [{ month: 13, value: 2, note: 'Payments and Identity.' }],
  },
  { template: 'slo-changes' },
]

const coach = { kind: 'person', id: 'sre-coach', name: 'SRE coach' } as const

type Survey = Readonly<{ month: number; perception: Omit<Perception, 'month'> }>

const surveys: readonly Survey[] = [
  {
    month: 3,
    perception: {
      who: 'executives',
      recommend: null,
      reliable: null,
      thanData: 'worse',
      text: 'They hear of every escalation and of no quiet week. Two asked why it is not over yet.',
    },
  },
  {
    month: 6,
    perception: {
      who: 'users',
      recommend: [4, 2, 5, 8, 11, 26, 38, 71, 92, 64, 41],
      reliable: [6, 3, 8, 12, 18, 41, 52, 84, 77, 40, 21],
      thanData: 'alike',
      text: 'Payment in the evening is named most often.',
    },
  },
  {
    month: 12,
    perception: {
      who: 'users',
      recommend: [2, 1, 3, 5, 8, 17, 29, 66, 104, 96, 72],
      reliable: [2, 2, 4, 6, 9, 24, 41, 88, 103, 81, 43],
      thanData: 'alike',
      text: 'Fewer words about payment, more about late push messages.',
    },
  },
  {
    month: 12,
    perception: {
      who: 'partners',
      recommend: [0, 0, 1, 0, 1, 3, 4, 7, 9, 6, 3],
      reliable: [0, 1, 1, 1, 2, 5, 6, 8, 6, 3, 1],
      thanData: 'worse',
      text: 'The region outage of the summer is still what they talk about first.',
    },
  },
  {
    month: 13,
    perception: {
      who: 'executives',
      recommend: null,
      reliable: null,
      thanData: 'better',
      text: 'Outages are announced before they are reported; that counts for more than their number.',
    },
  },
]

/** What is expected of SRE and how it came, oldest first. */
export function expectationEntries(timeline: Timeline, anchorHour: Hour): readonly Entry[] {
  const { startHour } = timeline.periodAgo(BEGAN_PERIODS_AGO)
  const firstMonth = monthOfHour(startHour)
  /** In the working hours some days after the month's end, when its figures are known. */
  const afterMonth = (month: number, day: number) =>
    startHour + Math.round(month * HOURS_A_MONTH) + day * 24 + 10
  const entry = (kind: Entry['kind'], key: string, body: Entry['body'], hour: Hour, version = 1): Entry => ({
    kind,
    key,
    version,
    body,
    isWithdrawn: false,
    by: coach,
    at: isoFromHour(hour),
  })
  const expectations = stories.flatMap(
    ({ template, base, values = [], changed }, index): readonly Entry[] => {
      const found = expectationTemplates.find(({ id }) => id === template)
      if (found === undefined) throw new Error(`There is no template "${template}"`)
      const begun = expectationFrom(found, firstMonth)
      const source = begun.source.kind === 'typed' ? { ...begun.source, base: base ?? null } : begun.source
      const body: Hypothesis = { ...begun, source }
      return [
        entry('hypothesis', template, body, afterMonth(0, 3) + index),
        ...(changed === undefined
          ? []
          : [
              entry(
                'hypothesis',
                template,
                { ...body, changedBecause: changed.because },
                afterMonth(changed.month, 4),
                2,
              ),
            ]),
        ...values.map(({ month, value, note }) =>
          entry(
            'expectation-value',
            `${template} ${monthText(firstMonth + month - 1)}`,
            { value, note },
            afterMonth(month, 2) + index,
          ),
        ),
      ]
    },
  )
  const perceptions = surveys.map(({ month, perception }) => {
    const text = monthText(firstMonth + month - 1)
    return entry(
      'perception',
      `${perception.who}-${text}`,
      { ...perception, month: text },
      afterMonth(month, 6),
    )
  })
  const now = isoFromHour(anchorHour)
  const before: BeforeSre = {
    perPeriod: OUTAGES_BEFORE,
    from: monthText(firstMonth - MONTHS_BEFORE),
    to: monthText(firstMonth - 1),
    note: 'Incidents that support opened by hand, from the old ticket tool; 21 services then.',
  }
  return [...expectations, ...perceptions, entry('before-sre', BEFORE_SRE_KEY, before, afterMonth(1, 1))]
    .filter(({ at }) => at <= now)
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.version - b.version))
}
