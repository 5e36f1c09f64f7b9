import type { TighterCandidate, TighterSlo } from '../../../contract/tighter-slo.ts'
import { formatTarget } from '../../../domain/format.ts'
import { Absent } from '../../../ui/absent.tsx'
import { Percent } from '../../../ui/percent.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { useDraft } from '../../../ui/use-draft.ts'
import { targetFromPercent } from '../../../url/tighter-slo-view.ts'
import { FiguresTable } from '../workflow/figures-table.tsx'
import { SomeOf } from '../workflow/some-of.tsx'
import styles from './tighter-slo.module.css'
import { percentOf, targetOf } from './tighter-slo-words.ts'

type OtherTargetsProps = Readonly<{
  answer: TighterSlo
  /** The one that is needed; null where none was typed. */
  target: number | null
  onTarget: (target: number | null) => void
}>

type Row = Pick<TighterCandidate, 'target' | 'counted' | 'representative' | 'lowest'> &
  Readonly<{ kept: number; broken: number; note: string }>

const NO_VERDICT = 'No period has a verdict'

/** The same events, as if each of these targets had always held. */
export function OtherTargets({ answer, target, onTarget }: OtherTargetsProps) {
  const { candidates, least, periods } = answer
  if (answer.target === 1) return <p>No target is tighter than 100 %.</p>
  return (
    <>
      <TargetField promised={answer.target} target={target} onTarget={onTarget} />
      {periods.length > 0 && (
        <FiguresTable
          caption="How its periods would have ended under other targets"
          rows={[promisedRow(answer), ...candidates.map(candidateRow)]}
          rowKey={(row) => String(row.target)}
          columns={[
            {
              header: 'Target',
              cell: ({ target: one, note }) => (
                <>
                  {targetOf(one)} {note !== '' && <span className="muted">{note}</span>}
                </>
              ),
            },
            {
              header: `${percentOf(least)} or more left`,
              isFigure: true,
              cell: ({ counted, representative }) => (
                <SomeOf some={representative} all={counted} none={NO_VERDICT} />
              ),
            },
            {
              header: 'Kept',
              isFigure: true,
              cell: ({ kept, broken }) => <SomeOf some={kept} all={kept + broken} none={NO_VERDICT} />,
            },
            {
              header: 'Least left',
              isFigure: true,
              cell: ({ lowest }) =>
                lowest === null ? <Absent reason="No period has a figure" /> : <Percent ratio={lowest} />,
            },
          ]}
        />
      )}
    </>
  )
}

function promisedRow({ target, room, periods }: TighterSlo): Row {
  const left = periods.flatMap(({ remaining }) => (remaining === null ? [] : [remaining]))
  const countOf = (verdict: string) => periods.filter(({ adherence }) => adherence === verdict).length
  return {
    target,
    ...room,
    kept: countOf('fulfilled'),
    broken: countOf('broken'),
    lowest: left.length === 0 ? null : Math.min(...left),
    note: 'as promised',
  }
}

function candidateRow(candidate: TighterCandidate): Row {
  const { from, fulfilledCount, brokenCount } = candidate
  const notes = [
    ...(from.includes('chosen') ? ['what you need'] : []),
    ...(from.includes('tightest') ? ['the tightest that most would have borne'] : []),
  ]
  return { ...candidate, kept: fulfilledCount, broken: brokenCount, note: notes.join(', ') }
}

type TargetFieldProps = Readonly<{ promised: number }> & Pick<OtherTargetsProps, 'target' | 'onTarget'>

function TargetField({ promised, target, onTarget }: TargetFieldProps) {
  const isTighter = (typed: string) => (targetFromPercent(typed) ?? 0) > promised
  const [text, setText] = useDraft(target === null ? '' : formatTarget(target), (typed) => {
    if (typed.trim() === '') onTarget(null)
    else if (isTighter(typed)) onTarget(targetFromPercent(typed))
  })
  const isWrong = text.trim() !== '' && !isTighter(text)
  return (
    <div className={styles['field']}>
      <TextField
        label="Target that you need, %"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        onChange={setText}
        mistake={isWrong && `Above ${targetOf(promised)} and below 100`}
      />
    </div>
  )
}
