import type { DecisionRow } from '../../src/contract/decision-answers.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'

export const decisionCsvHeader = [
  'id',
  'version',
  'title',
  'category',
  'workflow',
  'team',
  'service',
  'deployment',
  'slo',
  'sla',
  'decision',
  'deviates',
  'state',
  'standing version',
  'deciders',
  'signed by',
  'agreed on',
  'effective from',
  'next review',
  'effect check on',
  'effect check',
  'effect result',
  'hypothesis',
  'supersedes',
  'superseded by',
  'changed by',
  'changed at',
]

export function decisionCsvRow(one: DecisionRow): readonly CsvValue[] {
  const { subject, effect, deciders } = one
  const named = (some: DecisionRow['deciders']) =>
    some.map(({ name, role }) => `${name} (${role})`).join('; ')
  return [
    one.id,
    one.version,
    one.title,
    one.category,
    one.workflow,
    subject.team,
    subject.service,
    subject.deployment,
    subject.slo,
    subject.sla,
    one.decision,
    one.isDeviating ? 'yes' : 'no',
    one.state,
    one.standingVersion,
    named(deciders),
    named(deciders.filter(({ signedAt }) => signedAt !== null)),
    one.agreedOn,
    one.effectiveFrom,
    one.nextReview,
    effect?.on ?? null,
    effect?.state ?? null,
    effect?.result ?? null,
    effect?.hypothesis ?? null,
    one.supersedes,
    one.supersededBy,
    one.by,
    one.at,
  ]
}
