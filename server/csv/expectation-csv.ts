import type { Expectation } from '../../src/contract/expectations.ts'
import type { CsvValue } from '../../src/domain/csv-field.ts'

export const expectationCsvHeader = [
  'id',
  'expectation',
  'whose',
  'capability',
  'outcome',
  'signal',
  'way to test',
  'owner',
  'source',
  'unit',
  'before from',
  'before to',
  'before',
  'target',
  'goal',
  'checkpoint',
  'value',
  'value of',
  'change',
  'state',
  'reached since',
  'changed because',
  'version',
  'recorded by',
  'recorded at',
]

export function expectationCsvRow(one: Expectation): readonly CsvValue[] {
  const { baseline, judged } = one
  return [
    one.id,
    one.title,
    one.stakeholder,
    one.capability,
    one.outcome,
    one.signal,
    one.wayToTest,
    one.owner,
    one.source.kind === 'metric' ? one.source.metric : 'entered',
    one.unit,
    baseline?.from ?? null,
    baseline?.to ?? null,
    one.base,
    targetOf(one.target),
    one.goal,
    one.checkpoint,
    judged?.value ?? null,
    judged?.month ?? null,
    one.change,
    one.state,
    one.reachedSince,
    one.changedBecause,
    one.version,
    one.by,
    one.at,
  ]
}

/** As in "at-least 99.5" or "fall 20 %", by the words of the contract. */
function targetOf(target: Expectation['target']): string {
  const figure = 'value' in target ? String(target.value) : `${target.percent} %`
  return `${target.isBeyond ? 'beyond ' : ''}${target.kind} ${figure}`
}
