import type { Entry } from '../../../server/entry-ports.ts'
import { instantOf } from '../../../server/instant.ts'
import { assessmentKey, type AssessmentBody, type MaturityAnswer } from '../../../src/contract/maturity.ts'
import type { Hour } from '../../../src/domain/hours.ts'
import { maturityAspects, type MaturityScore } from '../../../src/domain/maturity-model.ts'

const HOUR_MS = 3_600_000
const DAY_HOURS = 24
/** Assessed in an afternoon. */
const AFTERNOON_HOUR = 14
const MINUTES_TO_FINISH = 22
const coach = { kind: 'person', id: 'sre-coach', name: 'SRE coach' } as const

/** One digit an aspect, in the order of the model; a dash where nobody could say. */
type Story = Readonly<{
  team: string | null
  daysAgo: number
  scores: string
  said: Readonly<Record<string, Readonly<{ comment: string; evidence?: string }>>>
}>

/** From the first look a month into the transformation to the third: much rose, one thing slipped. */
const stories: readonly Story[] = [
  {
    team: null,
    daysAgo: 369,
    scores: '0010 0001 111110 110101 10011100'.replaceAll(' ', ''),
    said: {
      alignment: { comment: 'Nobody outside operations knows which service had a bad month.' },
      monitoring: { comment: 'Two hundred alerts a week on CPU and disks; users call first.' },
      'on-call': { comment: 'Whoever feels responsible answers the phone.' },
      failure: { comment: 'After the spring outage a name was looked for, and found.' },
    },
  },
  {
    team: null,
    daysAgo: 182,
    scores: '1020 0111 121111 110111 11111100'.replaceAll(' ', ''),
    said: {
      'formal-leadership': { comment: 'The head of engineering opens each quarterly with kept budgets.' },
      monitoring: { comment: 'Burn-rate alerts for Payments and Identity; the others follow.' },
      'on-call': { comment: 'Rotations in four teams, out of hours on goodwill.' },
      failure: { comment: 'First postmortems without names, still looking for who pays.' },
    },
  },
  {
    team: 'payments',
    daysAgo: 76,
    scores: '112- 221- 221211 221122 12211211'.replaceAll(' ', ''),
    said: {
      developers: { comment: 'One week in six, days and nights.', evidence: 'Rotation payments:primary' },
      'product-owners': {
        comment: 'Budgets are looked at in planning, decisions are not yet taken by them.',
      },
      prioritization: { comment: 'A policy is agreed and was enacted once, in July.' },
      compliance: { comment: 'Half of the evidence for the audit comes from pipelines.' },
    },
  },
  {
    team: null,
    daysAgo: 7,
    scores: '1121 1111 221211 221121 12110211'.replaceAll(' ', ''),
    said: {
      alignment: { comment: 'SLOs for nearly every service; policies in one team only.' },
      executives: { comment: 'The quarterly report now opens with kept budgets.' },
      monitoring: { comment: 'Alerts come from budgets everywhere but in Fleet.' },
      testing: { comment: 'Contract tests are trusted, end-to-end tests are repeated until green.' },
      failure: { comment: 'The last six postmortems found causes and led to work items.' },
      'on-call': {
        comment: 'Shared by development and operations as agreed with each team.',
        evidence: 'Rotations of all six teams',
      },
      'production-access': { comment: 'Scripts for most; Fleet still logs in to restart dispatchers.' },
      compliance: {
        comment: 'Evidence for the payment audit was gathered by hand again in July.',
        evidence: 'Audit protocol of July',
      },
      prioritization: { comment: 'Five teams have no signed policy yet; phase 6 on the board.' },
    },
  },
]

/** Each was a draft first, and was finished the same afternoon. */
export function maturityEntries(anchorHour: Hour): readonly Entry[] {
  return stories.flatMap((story): Entry[] => {
    const day = Math.floor(anchorHour / DAY_HOURS) - story.daysAgo
    const beganMs = (day * DAY_HOURS + AFTERNOON_HOUR) * HOUR_MS
    const body = bodyOf(story, instantOf(beganMs).slice(0, 'yyyy-mm-dd'.length))
    const half = body.answers.slice(0, body.answers.length / 2)
    const entry = {
      kind: 'maturity-assessment',
      key: assessmentKey(body),
      isWithdrawn: false,
      by: coach,
    } as const
    return [
      { ...entry, version: 1, body: { ...body, isDraft: true, answers: half }, at: instantOf(beganMs) },
      { ...entry, version: 2, body, at: instantOf(beganMs + MINUTES_TO_FINISH * 60_000) },
    ]
  })
}

function bodyOf({ team, scores, said }: Story, date: string): AssessmentBody {
  const answers = maturityAspects.map(({ id }, at): MaturityAnswer => {
    const { comment = '', evidence = '' } = said[id] ?? {}
    return { aspect: id, score: scoreOf(scores[at]), comment, evidence }
  })
  return { team, date, assessor: coach.name, isDraft: false, answers }
}

function scoreOf(digit: string | undefined): MaturityScore | null {
  return ([0, 1, 2] as const).find((score) => String(score) === digit) ?? null
}
