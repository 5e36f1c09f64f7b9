const metric = (query: string) => `{metricSource: {spec: {query: '${query}'}}}`

export const ratioSpec = (indent: string) =>
  [
    'ratioMetric:',
    '  counter: true',
    `  good: ${metric('sum(http_requests_total{code!~"5.."})')}`,
    `  total: ${metric('sum(http_requests_total)')}`,
    '',
  ]
    .map((line) => (line === '' ? '' : indent + line))
    .join('\n')

type OpenSloParts = Readonly<{
  name?: string
  annotations?: string
  objective?: string
  indicator?: string
  extra?: string
}>

/** An SLO of OpenSLO that is right where no part is replaced. */
export function openSloText({ name, annotations, objective, indicator, extra }: OpenSloParts): string {
  return [
    'apiVersion: openslo/v1',
    'kind: SLO',
    'metadata:',
    `  name: ${name ?? 'availability'}`,
    ...(annotations === undefined ? [] : ['  annotations:', `    ${annotations}`]),
    'spec:',
    '  service: shop',
    indicator ?? `  indicator:\n    spec:\n${ratioSpec('      ').trimEnd()}`,
    '  budgetingMethod: Occurrences',
    ...(extra === undefined ? [] : [extra]),
    '  objectives:',
    `    - ${objective ?? 'target: 0.99'}`,
    '',
  ].join('\n')
}

type SlothParts = Readonly<{ objective?: string; sli?: string }>

export function slothText({ objective, sli }: SlothParts): string {
  const events =
    '{events: {error_query: "sum(rate(errors_total[{{.window}}]))", total_query: "sum(rate(all_total[{{.window}}]))"}}'
  return [
    'version: prometheus/v1',
    'service: search',
    'slos:',
    '  - name: answers',
    '    labels: {sli: availability}',
    `    objective: ${objective ?? '99.9'}`,
    `    sli: ${sli ?? events}`,
    '',
  ].join('\n')
}

type PyrraParts = Readonly<{ target?: string; errors?: string; grouping?: string }>

export function pyrraText({ target, errors, grouping }: PyrraParts): string {
  return [
    'apiVersion: pyrra.dev/v1alpha1',
    'kind: ServiceLevelObjective',
    'metadata:',
    '  name: basket-errors',
    'spec:',
    `  target: ${target ?? '"99.9"'}`,
    '  window: 4w',
    '  indicator:',
    '    ratio:',
    `      errors: {metric: ${errors ?? `'http_requests_total{job="basket",code=~"5.."}'`}}`,
    `      total: {metric: 'http_requests_total{job="basket"}'}`,
    ...(grouping === undefined ? [] : [`      grouping: ${grouping}`]),
    '',
  ].join('\n')
}

/** `spec` begins with its first field and goes on with two blanks. */
export function ownText(kind: string, spec: string): string {
  return `apiVersion: sre-indicators/v1\nkind: ${kind}\nmetadata:\n  name: this-one\nspec:\n  ${spec}\n`
}

/** For every endpoint of the shop. */
export function defaultSloText(): string {
  return ownText(
    'DefaultSlo',
    `service: shop\n  sli: latency\n  budgetingMethod: Occurrences\n  objectives: [{target: 0.9}]\n  indicator:\n    spec:\n${ratioSpec('      ')}`,
  )
}
