import type { Expectation } from '../../contract/expectations.ts'
import type { CsvValue } from '../../domain/csv-field.ts'
import { formatMonth } from '../../domain/month.ts'
import { escapeMarkdown, markdownTable } from '../../ui/markdown.ts'
import {
  signalValue,
  sourceText,
  stakeholderWords,
  stateNote,
  stateWords,
  targetText,
} from './expectation-words.ts'

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
    targetText(one.target, one.unit),
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

const ABSENT = '–'

/** For a wiki or a letter: a table of how each stands. */
export function expectationsMarkdown(rows: readonly Expectation[], answer: string): string {
  const table = markdownTable(
    [
      { header: 'Expectation' },
      { header: 'Whose' },
      { header: 'State' },
      { header: 'Before', align: 'end' },
      { header: 'Target', align: 'end' },
      { header: 'Now', align: 'end' },
      { header: 'Due' },
      { header: 'Owner' },
      { header: 'Source' },
    ],
    rows.map((one) =>
      [
        one.title,
        stakeholderWords[one.stakeholder],
        [stateWords[one.state], stateNote(one)].filter((part) => part !== '').join(', '),
        one.base === null ? ABSENT : signalValue(one.base, one.unit),
        targetText(one.target, one.unit),
        one.judged === null
          ? ABSENT
          : `${signalValue(one.judged.value, one.unit, one.goal)} (${one.judged.label})`,
        formatMonth(one.checkpoint),
        one.owner,
        sourceText(one),
      ].map(escapeMarkdown),
    ),
  )
  return `# What we expected of SRE\n\n${escapeMarkdown(answer)}\n\n${table}`
}
