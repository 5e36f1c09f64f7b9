import { counted, nameList, sentences } from './indicator-words.ts'
import {
  hasBudgets,
  leaningOf,
  shortlistBounds,
  tellingPicks,
  type Leaning,
  type ShortlistEvidence,
  type ShortlistList,
} from './shortlist.ts'
import { describeSilence, type Told } from './silence.ts'

/** What the list says, in words; all of it is about one list but for the leaning, which a person's picks do not move. */

type Shape = ShortlistEvidence &
  Readonly<{
    /** On all lists together, an endpoint counted once in each. */
    places: number
    /** The service of each endpoint on the list. */
    services: readonly string[]
  }>

/** From these shares of places on that name what another list names already. */
const OVERLAP = { inPart: 0.25, largely: 0.5 }

export function describeShortlist(shape: Shape): string {
  const { length, picks, places, asked } = shape
  if (length === 0) return 'No list names an endpoint.'
  const { longest } = shortlistBounds(picks, asked.length)
  const most = length > longest ? `${length}, with what tied or was added, of` : `${length} of at most`
  return sentences([
    `${most} ${longest}: ${overlapWords(length, places)}${spreadWords(shape)}.`,
    holderWords(shape.services),
  ])
}

function overlapWords(length: number, places: number): string {
  if (length === places) return 'no two lists name the same endpoint'
  const repeated = (places - length) / places
  if (repeated <= OVERLAP.inPart) return 'the lists hardly overlap'
  return repeated <= OVERLAP.largely
    ? 'the lists overlap in part'
    : 'the lists largely name the same endpoints'
}

function spreadWords(shape: Shape): string {
  const leaning = leaningOf(shape)
  if (leaning === 'reliability') return ', so the weakness is spread wide'
  return leaning === 'features' ? ', so what is weak is in few places' : ''
}

/** The service that most of the list belongs to, where one stands out. */
function holderWords(services: readonly string[]): string | null {
  const counts = [...Map.groupBy(services, (service) => service)].map(([service, own]) => ({
    service,
    count: own.length,
  }))
  const most = Math.max(...counts.map(({ count }) => count))
  const first = counts.filter(({ count }) => count === most).map(({ service }) => service)
  if (most < 2 || first.length > 2) return null
  return `${nameList(first)} ${first.length === 1 ? 'holds' : 'hold'} ${counted(most, 'place')}${first.length === 1 ? '' : ' each'}.`
}

const leanWords: Readonly<Record<Leaning, string>> = {
  features: 'The data lean to features.',
  both: 'The data lean to neither: they speak for some of both.',
  reliability: 'The data lean to reliability.',
}

const NOTHING_CLOSED = 'No period has closed yet'

/** Before any has closed `evidence` is null. */
export function describeLeaning(evidence: ShortlistEvidence | null): string {
  if (evidence === null) return `${NOTHING_CLOSED}, so the data lean nowhere.`
  const leaning = leaningOf(evidence)
  if (leaning !== null) return leanWords[leaning]
  const { candidates, picks, asked } = evidence
  if (candidates === 0) return 'Nothing in view was measured, so the data lean nowhere.'
  if (!hasBudgets(asked)) return 'Questions 1 to 3 have nothing to go by, so the data lean nowhere.'
  const fewer = tellingPicks(evidence)
  return sentences([
    `${counted(candidates, 'endpoint')} in view are too few for ${counted(picks, 'pick')} a question to tell.`,
    fewer === null ? null : `${counted(fewer, 'pick')} could.`,
  ])
}

/** The rule with its inputs. */
export function describeShortlistRule({
  picks,
  asked,
}: Pick<ShortlistEvidence, 'picks' | 'asked'>): string | null {
  if (!hasBudgets(asked)) return null
  const { shortest, longest, featuresUpTo, reliabilityFrom } = shortlistBounds(picks, asked.length)
  return (
    `${counted(asked.length, 'list')} of ${picks} name between ${shortest} and ${longest} endpoints: up to ${featuresUpTo} the list is short ` +
    `and leaves room for features, from ${reliabilityFrom} on it is long and reliability comes first.`
  )
}

/** How many are in view, and how many of them had a request. */
export type EndpointCounts = Readonly<{ inView: number; asked: number }>

type EmptyList = Readonly<{
  list: ShortlistList
  /** Of the budgets in view, in the periods the list is about; of endpoints none. */
  states: readonly Told[]
  endpoints: EndpointCounts
  /** "P11", or "P1–P11"; null before any period has closed. */
  span: string | null
}>

/** Why a list names nothing, and whether that is good news. */
export function describeEmptyList({ list, states, endpoints, span }: EmptyList): Readonly<{
  says: string
  isGood: boolean
}> {
  const missing = (says: string) => ({ says, isGood: false })
  if (span === null) return missing(`${NOTHING_CLOSED}.`)
  if (list === 'least-available' || list === 'slowest') {
    if (endpoints.inView === 0) return missing(`No measurements of endpoints have arrived for ${span}.`)
    if (endpoints.asked === 0) return missing(`No endpoint in view had a request in ${span}.`)
    if (list === 'slowest') return missing(`No request in view was timed in ${span}.`)
    return { says: `No request in view failed in ${span}.`, isGood: true }
  }
  if (states.length === 0) return missing('No SLO is set for what is in view. Questions 4 and 5 need none.')
  const silence = describeSilence(states, `in view in ${span}`)
  if (silence !== null) return missing(silence)
  return { says: goodWords[list](span), isGood: true }
}

const goodWords = {
  'most-broken': (span: string) => `No budget was broken in ${span}.`,
  'soonest-out': (span: string) => `No budget ran out before the end of ${span}.`,
  deepest: (span: string) => `No budget ended ${span} below zero.`,
  fastest: (span: string) => `Nothing took 1\u202f% of a budget or more at once in ${span}.`,
} as const
