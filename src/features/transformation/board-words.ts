import type { Board, BoardCard } from '../../contract/board.ts'
import type { PhaseEvidence } from '../../domain/board-phases.ts'
import type { Prerequisite, ReadinessItem } from '../../domain/slo-readiness.ts'
import { formatTime } from '../../ui/time-format.ts'

const smallNumbers = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]

function countWords(count: number, one: string, many = `${one}s`): string {
  return `${smallNumbers[count] ?? String(count)} ${count === 1 ? one : many}`
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`
}

type Lede = Readonly<{ size: string; crowd: string; follows: string }>

/** "Six teams, nine phases. Two teams each in phase 4 and phase 5: that is where coaching helps most." */
export function ledeOf({ columns, cards }: Board): Lede {
  const size = `${capitalized(countWords(cards.length, 'team'))}, ${countWords(columns.length, 'phase')}.`
  const crowded = columns.filter(({ isConcentrated }) => isConcentrated)
  const counts = new Set(crowded.map(({ teams }) => teams.length))
  const [count = 0] = counts
  if (crowded.length === 0) {
    return { size, crowd: '', follows: 'No phase holds more teams than the others.' }
  }
  const crowd =
    counts.size === 1
      ? `${capitalized(countWords(count, 'team'))}${crowded.length > 1 ? ' each' : ''} in ${joined(crowded.map(({ number }) => `phase ${number}`))}:`
      : `${capitalized(joined(crowded.map(({ number, teams }) => `${countWords(teams.length, 'team')} in phase ${number}`)))}:`
  return { size, crowd, follows: 'that is where coaching helps most.' }
}

/** "Fri 20 Nov", of a calendar day. */
export function dayWords(day: string): string {
  return formatTime(Date.parse(day), 'day-time', 'UTC').split(',')[0] ?? day
}

/** "5 Tuning SLOs", retired phases by their names alone. */
export function phaseName(
  { columns, retired }: Pick<Board, 'columns' | 'retired'>,
  id: string | null,
): string {
  if (id === null) return 'not on the board'
  const column = columns.find((one) => one.id === id)
  if (column !== undefined) return `${column.number} ${column.name}`
  return `${retired.find((one) => one.id === id)?.name ?? id} (retired)`
}

const evidenceSentences: Readonly<Record<PhaseEvidence, (count: number, of: number | null) => string>> = {
  slos: (count, of) => `${count} of ${of ?? 0} services have SLOs`,
  'breach-reviews': (count) =>
    count === 0
      ? 'No breach classified yet'
      : `${capitalized(countWords(count, 'breach', 'breaches'))} classified`,
  'slo-changes': (count, of) => `${count} of ${of ?? 0} SLOs changed since they were agreed`,
  policy: (count) => (count === 0 ? 'No error budget policy is agreed' : 'An error budget policy is agreed'),
  enactments: (count, of) =>
    of === 0 || of === null
      ? 'No policy is enacted'
      : `${capitalized(countWords(count, 'enactment'))} of the policy acknowledged`,
  rotation: (count) =>
    count === 0
      ? 'No on-call rotation is known'
      : `${capitalized(countWords(count, 'on-call rotation'))} in force`,
}

export function evidenceWords({ kind, count, of }: BoardCard['evidence'][number]): string {
  return evidenceSentences[kind](count, of)
}

export const evidenceNames: Readonly<Record<PhaseEvidence, string>> = {
  slos: 'services with SLOs',
  'breach-reviews': 'breaches classified',
  'slo-changes': 'SLOs changed',
  policy: 'error budget policy agreed',
  enactments: 'policy enacted',
  rotation: 'on-call rotation',
}

export const readinessWords: Readonly<Record<ReadinessItem, string>> = {
  observability: 'An observability platform is adopted and committed to',
  nominal: 'There is a notion of nominal, and somebody owns it',
  ownership: 'A standard and a process are established',
  'protected-time': 'Somebody has protected time, as part of a roadmap',
}

export const prerequisiteWords: Readonly<Record<Prerequisite, string>> = {
  'availability-and-latency': 'Availability and latency are supported',
  'slo-definitions': 'SLOs can be defined',
  'breach-alerts': 'There are basic alerts on breaches',
  'proven-by-teams': 'Several teams have proven it',
  ownership: 'Who owns the infrastructure is clear',
  interest: 'Interest grows',
}

export const groupWords = [
  'Operations team',
  'Close to operations',
  'Far from operations, unhappy with it',
  'Far from operations, happy with it',
] as const
