import type { Case } from './mistake-case.ts'
import { openSloText } from './texts.ts'

/** What one object shows by itself, other than its target. */
export const formMistakes: readonly Case[] = [
  {
    what: 'a kind that is nearly one',
    text: 'apiVersion: openslo/v1\nkind: ▸Slo\nmetadata: {name: a}\n',
    rule: 'unknown-kind',
    field: 'kind',
    hint: 'Did you mean SLO?',
  },
  {
    what: 'a version of a known format',
    text: 'apiVersion: ▸openslo/v1alpha\nkind: SLO\n',
    rule: 'unknown-version',
    field: 'apiVersion',
    says: 'it must be openslo/v1',
  },
  {
    what: 'a document without a version',
    text: '▸kind: SLO\n',
    rule: 'missing-field',
    field: 'apiVersion',
  },
  {
    what: 'another version of Sloth',
    text: 'version: ▸prometheus/v2\nservice: a\n',
    rule: 'unknown-version',
    field: 'version',
    says: 'prometheus/v1',
  },
  {
    what: 'a misspelt field that must be there',
    text: openSloText({}).replace('budgetingMethod', '▸budgetingMetod'),
    rule: 'unknown-field',
    field: 'spec.budgetingMetod',
    hint: 'Did you mean budgetingMethod?',
  },
  {
    what: 'a misspelt field beside the right one',
    text: openSloText({ extra: '  ▸budgetingMetod: Occurrences' }),
    rule: 'unknown-field',
    field: 'spec.budgetingMetod',
    hint: 'Did you mean budgetingMethod?',
  },
  {
    what: 'a missing field',
    text: openSloText({})
      .replace('service: shop', 'alertPolicies: []')
      .replace('  alertPolicies', '  ▸alertPolicies'),
    rule: 'missing-field',
    field: 'spec.service',
    says: 'is missing',
  },
  {
    what: 'a text for a number',
    text: openSloText({ objective: 'target: ▸"0.99"' }),
    rule: 'wrong-type',
    field: 'spec.objectives[0].target',
    says: 'a share',
    hint: 'without quotes',
  },
  {
    what: 'a number for a text',
    text: openSloText({ objective: 'target: 0.9', name: '▸17' }),
    rule: 'wrong-type',
    field: 'metadata.name',
    hint: 'Put it in quotes: "17".',
  },
  {
    what: 'one of a few words',
    text: openSloText({}).replace('Occurrences', '▸Occurences'),
    rule: 'wrong-value',
    field: 'spec.budgetingMethod',
    hint: 'Did you mean Occurrences?',
  },
  {
    what: 'a window that says neither how it slides nor where it starts',
    text: openSloText({ extra: '  timeWindow:\n    - ▸duration: 28d' }),
    rule: 'missing-field',
    field: 'spec.timeWindow[0]',
  },
  {
    what: 'a length that is none',
    text: openSloText({ extra: '  timeWindow:\n    - duration: ▸28 days\n      isRolling: true' }),
    rule: 'wrong-value',
    field: 'spec.timeWindow[0].duration',
    says: '28d',
  },
  {
    what: 'a time zone that is none',
    text: openSloText({
      extra:
        '  timeWindow:\n    - duration: 1M\n      calendar: {startTime: "2026-01-01", timeZone: ▸Mars/Olympus}',
    }),
    rule: 'wrong-value',
    field: 'spec.timeWindow[0].calendar.timeZone',
  },
  {
    what: 'an indicator without a total',
    text: openSloText({
      indicator: '  indicator: {spec: {ratioMetric: ▸{good: {metricSource: {spec: {query: a}}}}}}',
    }),
    rule: 'missing-field',
    field: 'spec.indicator.spec.ratioMetric',
    says: 'good and total',
  },
]
