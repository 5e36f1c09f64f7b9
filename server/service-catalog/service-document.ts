import type { ServiceProfile } from '../../src/contract/service-profile.ts'
import type { KnownService } from './known-services.ts'

/**
 * A service as a file of our kind says it, of what the API serves of it. What nobody said stands in it as a comment, to be
 * filled in. Texts in quotes as JSON has them are texts in YAML too.
 */
export function serviceDocument(service: KnownService): string {
  const { slug, name, team, description, profile, level, stage, deployments } = service
  const isTechnical = level === 'technical'
  return [
    'apiVersion: sre-indicators/v1',
    'kind: Service',
    'metadata:',
    `  name: ${slug}`,
    ...(name === slug ? [] : [`  displayName: ${quoted(name)}`]),
    'spec:',
    description === ''
      ? hint('description', '"What it does, in a sentence"')
      : said('description', description),
    said('team', team),
    `  level: ${level}`,
    `  stage: ${stage}`,
    ...(stage === 'planned' ? [orHint('liveFrom', profile?.liveFrom ?? null, '2027-03-01', false)] : []),
    orHint('product', profile?.product ?? null, '"The product it is a part of"'),
    ...(deployments.length === 0 ? [] : [list('deployments', deployments)]),
    ...(profile === null || profile.plannedDeployments.length === 0
      ? []
      : [list('plannedDeployments', profile.plannedDeployments)]),
    ...(isTechnical
      ? [orHint('hosting', profile?.hosting ?? null, '"Where and on what it runs"')]
      : [list('parts', profile?.parts ?? [])]),
    ...(isTechnical ? lists(profile, service.dependencies) : []),
    ...links(profile),
    '',
  ].join('\n')
}

function lists(profile: ServiceProfile | null, dependencies: readonly string[] | null): readonly string[] {
  const named = { dependencies, consumes: profile?.consumes ?? null, produces: profile?.produces ?? null }
  return Object.entries(named).map(([field, texts]) =>
    texts === null ? hint(field, '[]') : list(field, texts),
  )
}

function links(profile: ServiceProfile | null): readonly string[] {
  if (profile === null || profile.links.length === 0) return []
  return [
    '  links:',
    ...profile.links.flatMap(({ title, url }) => [
      `    - title: ${quoted(title)}`,
      `      url: ${quoted(url)}`,
    ]),
  ]
}

const quoted = (text: string) => JSON.stringify(text)
const said = (field: string, text: string) => `  ${field}: ${quoted(text)}`
const hint = (field: string, example: string) => `  # ${field}: ${example}`
const list = (field: string, texts: readonly string[]) => `  ${field}: [${texts.map(quoted).join(', ')}]`

function orHint(field: string, text: string | null, example: string, isText = true): string {
  if (text === null) return hint(field, example)
  return isText ? said(field, text) : `  ${field}: ${text}`
}
