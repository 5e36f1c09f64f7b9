import { counted, sentences } from './indicator-words.ts'
import { CONFIRM_MONTHS, type CatalogAttribute, type Coverage } from './service-catalog.ts'

const attributeWords: Readonly<Record<CatalogAttribute, string>> = {
  owner: 'an owner',
  description: 'a description',
  product: 'a product',
  hosting: 'hosting',
  data: 'data consumed and produced',
  dependencies: 'dependencies',
  slos: 'an SLO',
  'on-call': 'a rotation',
  runbook: 'a runbook',
  policy: 'an error budget policy',
  model: 'an operating model',
  confirmed: 'a confirmation',
}

type Counts = Readonly<{
  services: number
  planned: number
  aggregated: number
  stale: number
  coverage: readonly Coverage[]
}>

/** How many services there are, what most of them lack, and how much of it is old. */
export function describeServiceCatalog({ services, planned, aggregated, stale, coverage }: Counts): string {
  if (services === 0) return 'No service is in the catalog yet.'
  const among = [
    ...(planned === 0 ? [] : [`${planned} planned`]),
    ...(aggregated === 0 ? [] : [`${aggregated} made of others`]),
  ]
  const [worst] = coverage
    .filter(({ attribute, expected, known }) => attribute !== 'confirmed' && known < expected)
    .toSorted((a, b) => b.expected - b.known - (a.expected - a.known))
  return sentences([
    `${counted(services, 'service')}${among.length === 0 ? '' : `, among them ${among.join(' and ')}`}.`,
    worst === undefined
      ? 'Nothing that should be known of them is missing.'
      : `What most lack is ${attributeWords[worst.attribute]}: ${worst.expected - worst.known} of ${worst.expected}.`,
    stale === 0
      ? null
      : `${stale} ${stale === 1 ? 'was' : 'were'} not confirmed in the last ${CONFIRM_MONTHS} months.`,
  ])
}
