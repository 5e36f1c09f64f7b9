import type { ComparedAspect, Maturity, MaturityEvidence } from '../../../contract/maturity.ts'
import type { CsvValue } from '../../../domain/csv-field.ts'
import { dayInWords, MATURITY_MAX_POINTS } from '../../../domain/maturity.ts'
import { dimensionNames, maturityDimensions, maturityLevels } from '../../../domain/maturity-model.ts'
import { escapeMarkdown, markdownTable } from '../../../ui/markdown.ts'
import { changeWords, percentOf } from './maturity-words.ts'
import { evidenceSentence } from './evidence-words.ts'

export const csvHeader = [
  'scope',
  'before',
  'now',
  'dimension',
  'aspect',
  'score_before',
  'score_now',
  'level_before',
  'level_now',
  'change',
  'comment',
  'evidence',
  'comment_before',
]

export function csvRows({
  team,
  before,
  now,
  aspects,
}: Pick<Maturity, 'team' | 'before' | 'now' | 'aspects'>): (readonly CsvValue[])[] {
  return aspects.map((one) => [
    team ?? 'organization',
    before,
    now,
    one.dimension,
    one.aspect,
    one.before,
    one.now,
    levelText(one, one.before),
    levelText(one, one.now),
    one.change,
    one.comment,
    one.evidence,
    one.commentBefore,
  ])
}

function levelText(aspect: ComparedAspect, score: ComparedAspect['now']): string | null {
  const level = score === null ? undefined : maturityLevels[score]
  return level === undefined ? null : aspect[level].full
}

/** Sentence, trend, every aspect with what was written about it, and what data say. */
export function markdownReport(
  maturity: Maturity,
  evidence: readonly MaturityEvidence[],
  days: number,
): string {
  const { scopeName, answer, assessments, aspects } = maturity
  const trend = markdownTable(
    [
      { header: 'Dimension' },
      ...assessments.map(({ date }) => ({ header: dayInWords(date), align: 'end' as const })),
    ],
    [
      ...maturityDimensions.map((dimension) => [
        dimensionNames[dimension],
        ...assessments.map(({ shares }) => shareCell(shares[dimension])),
      ]),
      [`Points of ${MATURITY_MAX_POINTS}`, ...assessments.map(({ whole }) => String(whole.points))],
      ['Unanswered', ...assessments.map(({ whole }) => String(whole.unanswered))],
    ],
  )
  const rows = markdownTable(
    ['Dimension', 'Aspect', 'Before', 'Now', 'Change', 'Comment', 'Evidence'].map((header) => ({ header })),
    aspects.map((one) =>
      [
        dimensionNames[one.dimension],
        one.name,
        levelText(one, one.before) ?? '–',
        levelText(one, one.now) ?? 'unanswered',
        one.change === null ? '–' : changeWords[one.change],
        one.comment,
        one.evidence,
      ].map(escapeMarkdown),
    ),
  )
  const figures = evidence.map((one) => `- ${evidenceSentence(one, days)}\n`).join('')
  return [
    `# SRE maturity of ${escapeMarkdown(scopeName)}\n\n${escapeMarkdown(answer)}.\n`,
    `## Trend\n\n${trend}`,
    `## Aspects\n\n${rows}`,
    ...(figures === '' ? [] : [`## What data say\n\n${figures}`]),
  ].join('\n')
}

function shareCell(share: number | null): string {
  return share === null ? '–' : `${percentOf(share)} %`
}
