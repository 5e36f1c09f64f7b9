import type { Expectation } from '../../contract/expectations.ts'
import { formatMonth } from '../../domain/month.ts'
import { escapeMarkdown, markdownTable } from '../../ui/markdown.ts'
import { stateNote, stateWords } from './expectation-state-words.ts'
import { signalValue, sourceText, stakeholderWords, targetText } from './expectation-words.ts'

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
