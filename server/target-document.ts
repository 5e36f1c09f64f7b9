import type { Slo } from '../src/contract/catalog.ts'

/**
 * An SLO as OpenSLO, of what the API serves of it. How it is measured is not among that, so its SLI is named and stands
 * elsewhere. Texts in quotes as JSON has them are texts in YAML too.
 */
export function targetDocument(slo: Slo, target: number): string {
  const { verb, path } = slo.endpoint
  const annotations = {
    sli: slo.sli,
    endpoint: verb === null ? path : `${verb} ${path}`,
    deployments: slo.deployments.join(','),
    ...(slo.priority === null ? {} : { priority: String(slo.priority) }),
    ...(slo.thresholdMs === null ? {} : { 'threshold-ms': String(slo.thresholdMs) }),
  }
  return [
    'apiVersion: openslo/v1',
    'kind: SLO',
    'metadata:',
    `  name: ${slo.id}`,
    '  annotations:',
    ...Object.entries(annotations).map(
      ([name, value]) => `    sre-indicators/${name}: ${JSON.stringify(value)}`,
    ),
    'spec:',
    `  service: ${slo.service}`,
    `  indicatorRef: ${slo.service}-${slo.sli}`,
    '  budgetingMethod: Occurrences',
    '  objectives:',
    `    - target: ${target}`,
    '',
  ].join('\n')
}
