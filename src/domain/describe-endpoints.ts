import {
  averageLatencyMs,
  byAvailability,
  byLatency,
  type EndpointFigures,
  isLowTraffic,
} from './endpoint-figures.ts'
import { formatAvailability } from './format.ts'
import { formatLatency } from './format-latency.ts'
import { counted, sentences, withPercent } from './indicator-words.ts'

/** One endpoint in one period and deployment. */
type EndpointRow = Readonly<{
  /** With its service: "GET /user of Service 3". */
  name: string
  periodName: string
  deployment: string
  figures: EndpointFigures
}>

/** I-11: where most requests failed, in proportion. Whether anybody promised anything does not matter. */
export function describeLeastAvailable(rows: readonly EndpointRow[]): string {
  return describeFirst(byAvailability(rows), {
    adjective: 'least available',
    isMeasured: ({ requests }) => requests > 0,
    unmeasured: 'No endpoint in view had a request.',
    text: ({ requests, failures }) => withPercent(formatAvailability(requests, failures) ?? '0'),
  })
}

/** I-12: where users waited longest. */
export function describeSlowest(rows: readonly EndpointRow[]): string {
  return describeFirst(byLatency(rows), {
    adjective: 'slowest',
    isMeasured: ({ timedRequests }) => timedRequests > 0,
    unmeasured: 'No endpoint in view had its requests timed.',
    text: (figures) => {
      const most = figures.latencyMaxMs === null ? '' : ` and ${formatLatency(figures.latencyMaxMs)} at most`
      return `${formatLatency(averageLatencyMs(figures) ?? 0)} on average${most}`
    },
  })
}

type Ranking = Readonly<{
  adjective: string
  isMeasured: (figures: EndpointFigures) => boolean
  unmeasured: string
  text: (figures: EndpointFigures) => string
}>

/** A handful of requests easily comes first: then the first one that more requests stand behind is told too. */
function describeFirst(
  ranked: readonly EndpointRow[],
  { adjective, isMeasured, unmeasured, text }: Ranking,
): string {
  if (ranked.length === 0) return 'No endpoint is in view.'
  const measured = ranked.filter(({ figures }) => isMeasured(figures))
  const [first] = measured
  if (!first) return unmeasured
  const said = `${first.name} in ${first.deployment} was the ${adjective} endpoint: ${text(first.figures)} in ${first.periodName}`
  if (!isLowTraffic(first.figures)) return `${said}.`
  const busy = measured.find(({ figures }) => !isLowTraffic(figures))
  return sentences([
    `${said}, of only ${counted(first.figures.requests, 'request')}.`,
    busy
      ? `Of those with more traffic it was ${busy.name} in ${busy.deployment}: ${text(busy.figures)} in ${busy.periodName}.`
      : null,
  ])
}
