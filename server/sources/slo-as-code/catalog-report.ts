import type { CatalogChanges, Change } from './compare-catalogs.ts'
import { mistakeLine, type Mistake } from '../../yaml/mistake.ts'
import type { SloCatalog } from './slo-catalog.ts'

/** Every mistake with its place, then what stands despite them. */
export function checkReport(
  mistakes: readonly Mistake[],
  { slos, services, teams, contracts, policies, rotations }: SloCatalog,
  fileCount: number,
): string {
  const errors = mistakes.filter(({ severity }) => severity === 'error').length
  const derived = slos.filter(({ flavor }) => flavor === 'default').length
  const held = [
    counted(slos.length - derived, 'SLO', 'SLOs'),
    ...(derived === 0 ? [] : [`${derived} more by default`]),
    counted(services.length, 'service', 'services'),
    counted(teams.length, 'team', 'teams'),
    ...(contracts.length === 0 ? [] : [counted(contracts.length, 'contractual SLA', 'contractual SLAs')]),
    ...(policies.length === 0 ? [] : [counted(policies.length, 'policy', 'policies')]),
    ...(rotations.length === 0 ? [] : [counted(rotations.length, 'rotation', 'rotations')]),
  ]
  const found = [counted(errors, 'error', 'errors'), counted(mistakes.length - errors, 'warning', 'warnings')]
  return [
    ...mistakes.map(mistakeLine),
    ...(mistakes.length === 0 ? [] : ['']),
    `${counted(fileCount, 'file', 'files')}: ${held.join(', ')}; ${found.join(', ')}`,
  ].join('\n')
}

export function changeReport(changes: CatalogChanges): string {
  if (changes.size === 0) return 'Nothing would change.'
  return [...changes]
    .map(([kind, list]) => [`${kind}: ${tally(list)}`, ...list.flatMap(changeLines)].join('\n'))
    .join('\n\n')
}

function tally(changes: readonly Change[]): string {
  const kinds = ['new', 'changed', 'gone'] as const
  return kinds
    .map((kind) => ({ kind, count: changes.filter((change) => change.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${count} ${kind}`)
    .join(', ')
}

function changeLines(change: Change): readonly string[] {
  switch (change.kind) {
    case 'new':
      return [`  + ${change.id}  ${change.summary}`]
    case 'gone':
      return [`  - ${change.id}`]
    case 'changed':
      return [
        `  ~ ${change.id}`,
        ...change.fields.map(
          ({ field, before, after }) => `      ${field}: ${inOneLine(before)} → ${inOneLine(after)}`,
        ),
      ]
  }
}

const inOneLine = (text: string) => text.replaceAll(/\s+/g, ' ')

const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`
