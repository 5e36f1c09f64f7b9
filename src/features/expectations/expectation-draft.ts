import type { Hypothesis } from '../../contract/expectations.ts'
import { expectationMetrics, type ExpectationMetric } from '../../domain/expectation-metric.ts'
import { SRE_CAPABILITY } from '../../domain/expectation-templates.ts'
import type { ExpectedTarget, Stakeholder } from '../../domain/expectation.ts'
import { monthPattern } from '../../domain/month.ts'

/** An expectation while it is filled in: figures as they are typed. */
export type ExpectationDraft = Readonly<{
  title: string
  stakeholder: Stakeholder
  capability: string
  outcome: string
  signal: string
  wayToTest: string
  owner: string
  source: 'metric' | 'typed'
  metric: ExpectationMetric
  overPeriods: string
  unit: string
  base: string
  from: string
  to: string
  kind: ExpectedTarget['kind']
  mark: string
  isBeyond: boolean
  checkpoint: string
  changedBecause: string
}>

export const emptyDraft: ExpectationDraft = {
  title: '',
  stakeholder: 'executives',
  capability: SRE_CAPABILITY,
  outcome: '',
  signal: '',
  wayToTest: '',
  owner: '',
  source: 'metric',
  metric: expectationMetrics[0],
  overPeriods: '3',
  unit: '',
  base: '',
  from: '',
  to: '',
  kind: 'fall',
  mark: '50',
  isBeyond: false,
  checkpoint: '',
  changedBecause: '',
}

export function draftOf(hypothesis: Hypothesis): ExpectationDraft {
  const { source, baseline, target, changedBecause, ...words } = hypothesis
  return {
    ...emptyDraft,
    ...words,
    source: source.kind,
    ...(source.kind === 'metric'
      ? { metric: source.metric, overPeriods: String(source.overPeriods) }
      : { unit: source.unit, base: source.base === null ? '' : String(source.base) }),
    from: baseline?.from ?? '',
    to: baseline?.to ?? '',
    kind: target.kind,
    mark: String('percent' in target ? target.percent : target.value),
    isBeyond: target.isBeyond,
    changedBecause: changedBecause ?? '',
  }
}

export type DraftMistakes = Readonly<Partial<Record<keyof ExpectationDraft, string>>>

export const isChangeExpected = ({ kind }: ExpectationDraft) => kind === 'fall' || kind === 'grow'

/** What is wrong with it, by field; nothing where it can be sent. */
export function mistakesOf(draft: ExpectationDraft): DraftMistakes {
  const isChange = isChangeExpected(draft)
  const isMonth = (text: string) => monthPattern.test(text)
  const hasBaseline = draft.from !== '' || draft.to !== ''
  const overPeriods = Number(draft.overPeriods)
  const needsBaseline = hasBaseline || (isChange && draft.source === 'metric')
  return Object.fromEntries(
    Object.entries({
      title: draft.title.trim() === '' && 'Say it in a few words',
      outcome: draft.outcome.trim() === '' && 'Say what will be better, and for whom',
      signal: draft.signal.trim() === '' && 'Say by what everybody will see it',
      capability: draft.capability.trim() === '' && 'Say what is being built',
      owner: draft.owner.trim() === '' && 'Name a role',
      overPeriods:
        draft.source === 'metric' &&
        !(Number.isInteger(overPeriods) && overPeriods >= 1 && overPeriods <= 13) &&
        'A whole number from 1 to 13',
      base:
        draft.source === 'typed' &&
        draft.base !== '' &&
        figureOf(draft.base) === null &&
        'A number, or nothing',
      mark:
        (figureOf(draft.mark) === null || (isChange && (figureOf(draft.mark) ?? 0) <= 0)) &&
        (isChange ? 'A number of percent above 0' : 'A number'),
      from: needsBaseline && !isMonth(draft.from) && 'The first month of the time before',
      to:
        needsBaseline &&
        (!isMonth(draft.to)
          ? 'The last month of the time before'
          : isMonth(draft.from) && draft.to < draft.from && 'It ends before it begins'),
      checkpoint: !isMonth(draft.checkpoint)
        ? 'The month after which it is judged'
        : isMonth(draft.to) && draft.checkpoint <= draft.to && 'It lies in the time before',
    }).filter(([, mistake]) => mistake !== false),
  )
}

/** Of a draft without mistakes. */
export function hypothesisFrom(draft: ExpectationDraft): Hypothesis {
  const mark = figureOf(draft.mark) ?? 0
  const { title, stakeholder, capability, outcome, signal, wayToTest, owner, checkpoint, kind, isBeyond } =
    draft
  return {
    title: title.trim(),
    stakeholder,
    capability: capability.trim(),
    outcome: outcome.trim(),
    signal: signal.trim(),
    wayToTest: wayToTest.trim(),
    owner: owner.trim(),
    source:
      draft.source === 'metric'
        ? { kind: 'metric', metric: draft.metric, overPeriods: Number(draft.overPeriods) }
        : { kind: 'typed', unit: draft.unit.trim(), base: figureOf(draft.base) },
    baseline: draft.from === '' ? null : { from: draft.from, to: draft.to },
    target:
      kind === 'fall' || kind === 'grow'
        ? { kind, percent: mark, isBeyond }
        : { kind, value: mark, isBeyond },
    checkpoint,
    changedBecause: draft.changedBecause.trim() === '' ? null : draft.changedBecause.trim(),
  }
}

/** A comma is taken for the point that it is elsewhere. */
export function figureOf(text: string): number | null {
  const trimmed = text.trim().replace(',', '.')
  const value = Number(trimmed)
  return trimmed === '' || !Number.isFinite(value) ? null : value
}
