import type { EndpointRow } from '../../../contract/indicators.ts'
import { endpointWords } from '../../../domain/endpoint-words.ts'
import { formatCount, formatServiceLevel } from '../../../domain/format.ts'
import type { Block, Report, Run } from './report.ts'
import type { ReportLinks } from './report-links.ts'
import { serviceAvailabilities } from './service-availability.ts'

type NewsletterFacts = Readonly<{
  organization: string
  dataUpTo: string
  /** Name of the period, with its year. */
  period: string
  /** Every endpoint that sends data, SLO or not. */
  rows: readonly EndpointRow[]
  links: Pick<ReportLinks, 'leastAvailable' | 'mostAvailable'>
}>

const MOST_ROWS = 5
/** As in the table of endpoints: as many decimals as it takes to tell nearly all from all. */
const DECIMALS_OF = 0.999

/** The least and the most available endpoints and services of a period. */
export function availabilityNewsletter(facts: NewsletterFacts): Report {
  const measured = facts.rows.filter(({ requests }) => requests > 0).toSorted(byAvailability)
  const services = serviceAvailabilities(facts.rows)
  const blocks: readonly Block[] =
    measured.length === 0
      ? [{ kind: 'paragraph', words: ['No endpoint had a request.'] }]
      : [
          { kind: 'heading', text: 'Least available endpoints' },
          endpointTable(measured.slice(0, MOST_ROWS), facts.links.leastAvailable),
          { kind: 'heading', text: 'Most available endpoints' },
          endpointTable(measured.toReversed().slice(0, MOST_ROWS), facts.links.mostAvailable),
          { kind: 'heading', text: 'Least available services' },
          serviceTable(services.slice(0, MOST_ROWS)),
          { kind: 'heading', text: 'Most available services' },
          serviceTable(services.toReversed().slice(0, MOST_ROWS)),
        ]
  return {
    title: `Availability of ${facts.organization} in ${facts.period}`,
    blocks: [
      ...blocks,
      {
        kind: 'paragraph',
        words: [
          `Successful of all requests, in production, whether an SLO is set or not; "few" marks endpoints with so few requests that one failure shows. Data up to ${facts.dataUpTo}.`,
        ],
      },
    ],
  }
}

/** Of those that failed alike, who had more requests shows it more firmly; then by name, so that a letter is the same twice. */
function byAvailability(a: EndpointRow, b: EndpointRow): number {
  return (
    b.failures * a.requests - a.failures * b.requests ||
    a.requests - b.requests ||
    (keyOf(a) < keyOf(b) ? -1 : 1)
  )
}

function keyOf({ service, deployment, endpoint }: EndpointRow): string {
  return `${service} ${endpointWords(endpoint)} ${deployment}`
}

function endpointTable(rows: readonly EndpointRow[], href: string): Block {
  return {
    kind: 'table',
    header: ['Service', 'Endpoint', 'Deployment', 'Availability', 'Requests', 'Team'],
    figures: ['Availability', 'Requests'],
    rows: rows.map(({ service, endpoint, deployment, requests, failures, teamName, isLowTraffic }) => {
      const name: Run = { text: endpointWords(endpoint), href }
      const count = `${isLowTraffic ? 'few, ' : ''}${formatCount(requests)}`
      return [[service], [name], [deployment], [level(requests, failures)], [count], [teamName]]
    }),
  }
}

function serviceTable(services: ReturnType<typeof serviceAvailabilities>): Block {
  return {
    kind: 'table',
    header: ['Service', 'Availability', 'Requests'],
    figures: ['Availability', 'Requests'],
    rows: services.map(({ service, requests, failures }) => [
      [service],
      [level(requests, failures)],
      [formatCount(requests)],
    ]),
  }
}

function level(requests: number, failures: number): string {
  return `${formatServiceLevel(requests - failures, requests, DECIMALS_OF) ?? '–'}\u202f%`
}
