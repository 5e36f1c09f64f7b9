import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'

import { maturityQueries } from '../../../api/maturity-queries.ts'
import { RefusedChange } from '../../../api/refused-change.tsx'
import type { Assessment, ComparedAspect } from '../../../contract/maturity.ts'
import { dayInWords } from '../../../domain/maturity.ts'
import { Button } from '../../../ui/button.tsx'
import { PageHeader } from '../../../ui/page-header.tsx'
import { useSingleKey } from '../../../ui/use-single-key.ts'
import type { MaturityView } from '../../../url/maturity-view.ts'
import { AspectForm } from './aspect-form.tsx'
import { AspectList } from './aspect-list.tsx'
import styles from './assess.module.css'
import { DiscardDialog } from './discard-dialog.tsx'
import { OtherAnswers } from './other-answers.tsx'
import { SaveState } from './save-state.tsx'
import { answerIn, answersOf, useAssessment } from './use-assessment.ts'

type AssessFormProps = Readonly<{
  initial: Assessment
  /** All assessments, newest first: what was said of the same scope before stands beside. */
  earlier: readonly Assessment[]
  aspects: readonly ComparedAspect[]
  textsVersion: number
  view: MaturityView
  onView: (change: Partial<MaturityView>, options?: Readonly<{ replace?: boolean }>) => void
}>

export function AssessForm({ initial, earlier, aspects, textsVersion, view, onView }: AssessFormProps) {
  const hand = useAssessment(initial)
  const evidence = useQuery(maturityQueries.evidence(initial.team)).data
  const [isDiscarding, setIsDiscarding] = useState(false)
  const at = Math.max(
    0,
    aspects.findIndex(({ aspect }) => aspect === view.aspect),
  )
  const current = aspects[at]
  const before = earlier.find(
    ({ team, isDraft, date }) => team === initial.team && !isDraft && date < initial.date,
  )
  const answered = aspects.filter(({ aspect }) => answerIn(hand.answers, aspect).score !== null).length
  const scope = initial.teamName ?? 'the organization'

  // Walking through is one visit: Back leaves the assessment, not the aspect.
  const goTo = (index: number) => {
    const next = aspects[index]
    if (next !== undefined) onView({ aspect: next.aspect }, { replace: true })
  }
  const leave = (change: Partial<MaturityView> = {}) => onView({ assess: null, aspect: null, ...change })
  const finish = () => hand.finish(() => leave({ team: initial.team, now: initial.id, before: null }))
  useSingleKey('ArrowRight', () => goTo(at + 1))
  useSingleKey('ArrowDown', () => goTo(at + 1))
  useSingleKey('ArrowLeft', () => goTo(at - 1))
  useSingleKey('ArrowUp', () => goTo(at - 1))
  const isFinishable = hand.saved.isDraft && hand.state !== 'saving' && hand.state !== 'conflict'
  useSingleKey('f', () => isFinishable && answered === aspects.length && finish())

  if (current === undefined) return null
  return (
    <>
      <PageHeader
        title={`Assessment of ${scope}`}
        lede={
          <>
            <span>
              {dayInWords(initial.date)}, {initial.assessor}
            </span>
            <span>
              {answered} of {aspects.length} answered, {aspects.length - answered} unanswered
            </span>
            <SaveState hand={hand} />
          </>
        }
        end={
          <div className={styles['acts']}>
            {hand.saved.isDraft && <Button onClick={() => setIsDiscarding(true)}>Discard the draft</Button>}
            <Button onClick={() => leave()}>Close</Button>
            {hand.saved.isDraft && (
              <Button look="primary" disabled={answered === 0 || !isFinishable} onClick={finish}>
                Finish
              </Button>
            )}
          </div>
        }
      />
      <OtherAnswers hand={hand} aspects={aspects} />
      <RefusedChange title="The last change is not saved" error={hand.error} />
      {hand.error !== null && <Button onClick={hand.retry}>Try again</Button>}
      <div className={styles['page']}>
        <AspectList aspects={aspects} answers={hand.answers} current={current.aspect} onGo={goTo} />
        <AspectForm
          key={current.aspect}
          position={{ at, of: aspects.length }}
          aspect={current}
          answer={answerIn(hand.answers, current.aspect)}
          before={before && { date: before.date, answer: answersOf(before.answers)[current.aspect] }}
          evidence={(evidence?.items ?? []).filter((one) => one.aspects.includes(current.aspect))}
          evidenceDays={evidence?.days ?? 0}
          textsVersion={textsVersion}
          allAspects={aspects}
          onAnswer={(change) => hand.answer(current.aspect, change)}
          onGo={(step) => goTo(at + step)}
          isAllAnswered={hand.saved.isDraft && answered === aspects.length}
        />
      </div>
      {isDiscarding && (
        <DiscardDialog onDiscard={() => hand.discard(() => leave())} onClose={() => setIsDiscarding(false)} />
      )}
    </>
  )
}
