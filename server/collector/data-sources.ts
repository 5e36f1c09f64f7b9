import {
  createPrometheusClient,
  type ClientOptions,
  type PrometheusClient,
} from '../sources/prometheus/prometheus-client.ts'
import type { CollectorSettings, SourceSettings } from '../settings/collector-settings.ts'
import type { DataSourceRow } from '../stores/sql/data-source-rows.ts'
import type { FindSource, OpenSource } from './collect-round.ts'

/** What PROMETHEUS_URL is called where nothing else has a name. */
const ENVIRONMENT_SOURCE = 'prometheus'

export type SourcePlan = Readonly<{
  name: string
  url: string
  headers: Readonly<Record<string, string>>
  timeoutMs: number
  concurrency: number
}>

type Configuration = Readonly<{
  settings: CollectorSettings
  /** Those of the applied catalog. */
  declared: readonly DataSourceRow[]
  secret: (name: string) => string
}>

/** Where each name leads, or in words why it leads nowhere. Null is what a query without a name means. */
export function planSources(configuration: Configuration): (name: string | null) => SourcePlan | string {
  const { settings, declared } = configuration
  const names = [
    ...new Set([
      ...Object.keys(settings.sources),
      ...declared.map(({ slug }) => slug),
      ...(settings.prometheusUrlFromEnv === undefined ? [] : [ENVIRONMENT_SOURCE]),
    ]),
  ]
  return (name) => {
    const meant = name ?? defaultName(settings, names)
    if (meant === null)
      return names.length === 0
        ? 'No engine is named: set PROMETHEUS_URL, or collector.sources in the settings'
        : `The query names no data source, and there are several (${names.join(', ')}): set collector.defaultSource`
    return planOf(meant, configuration)
  }
}

function defaultName(
  { defaultSource, prometheusUrlFromEnv, sources }: CollectorSettings,
  names: readonly string[],
): string | null {
  if (defaultSource !== undefined) return defaultSource
  if (prometheusUrlFromEnv !== undefined) return ENVIRONMENT_SOURCE
  const [configured, ...more] = Object.keys(sources)
  if (configured !== undefined && more.length === 0) return configured
  return names.length === 1 ? (names[0] ?? null) : null
}

function planOf(name: string, { settings, declared, secret }: Configuration): SourcePlan | string {
  const own: SourceSettings | undefined = settings.sources[name]
  const urlVariable = name === ENVIRONMENT_SOURCE ? settings.prometheusUrlFromEnv : undefined
  const url = own?.url ?? (urlVariable && secret(urlVariable)) ?? urlIn(declared, name)
  if (url === null)
    return `The data source ${name} has no address: set collector.sources.${name}.url in the settings, or connectionDetails.url in its DataSource document`
  const token = own?.bearerTokenFromEnv
  return {
    name,
    url,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${secret(token)}` }),
      ...(own?.tenant === undefined ? {} : { [own.tenantHeader]: own.tenant }),
      ...Object.fromEntries((own?.headers ?? []).map((header) => [header.name, secret(header.valueFromEnv)])),
    },
    timeoutMs: (own?.timeoutSeconds ?? 30) * 1000,
    concurrency: own?.concurrency ?? 8,
  }
}

function urlIn(declared: readonly DataSourceRow[], name: string): string | null {
  const details = declared.find(({ slug }) => slug === name)?.connectionDetails
  const url = typeof details === 'object' && details !== null && 'url' in details ? details.url : null
  return typeof url === 'string' && /^https?:\/\/[^\s/]/.test(url) && URL.canParse(url) ? url : null
}

/** Clients are kept for as long as what they were made of stays the same. */
export function createSourceFinder(
  optionsFor: (name: string) => ClientOptions,
): (plan: ReturnType<typeof planSources>) => FindSource {
  const open = new Map<string, Readonly<{ made: string; source: OpenSource }>>()
  return (plan) => (name) => {
    const planned = plan(name)
    if (typeof planned === 'string') return planned
    const made = JSON.stringify(planned)
    const held = open.get(planned.name)
    if (held?.made === made) return held.source
    const client: PrometheusClient = createPrometheusClient(planned, optionsFor(planned.name))
    const source = { name: planned.name, client, concurrency: planned.concurrency }
    open.set(planned.name, { made, source })
    return source
  }
}
