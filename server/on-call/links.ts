import type { Situation } from '../../src/contract/on-call.ts'
import type { LinkTemplates } from '../ports.ts'
import type { Member } from '../budgets/series.ts'

/** {service}, {deployment}, {sli}, {slo}, {team}: what a template may name. What it names wrongly stays as it is written. */
export function filledLinks({ slo, deployment }: Member, templates: LinkTemplates): Situation['links'] {
  const values = { service: slo.service, deployment, sli: slo.sli, slo: slo.id, team: slo.team }
  return templates.links.map(({ name, url }) => ({ name, url: filled(url, values, encodeURIComponent) }))
}

export function incidentUrl(id: string, templates: LinkTemplates | undefined): string | null {
  const incident = templates?.incident ?? null
  return incident === null ? null : filled(incident, { id }, encodeURIComponent)
}

export function filled(
  template: string,
  values: Readonly<Record<string, string>>,
  write: (value: string) => string = (value) => value,
): string {
  return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    return value === undefined ? whole : write(value)
  })
}
