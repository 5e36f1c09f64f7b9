import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

import { maturityChanges } from '../../../api/maturity-queries.ts'
import { theirsOf } from '../../../api/not-saved.tsx'
import { assessmentOf, type Assessment, type MaturityAnswer } from '../../../contract/maturity.ts'
import { maturityAspects } from '../../../domain/maturity-model.ts'
import { mergeAnswers } from '../../../domain/maturity-merge.ts'

export type Answers = Readonly<Partial<Record<string, MaturityAnswer>>>

/** What is typed is saved when the typing rests. */
const REST_MS = 500

export function answersOf(list: readonly MaturityAnswer[]): Answers {
  return Object.fromEntries(list.map((answer) => [answer.aspect, answer]))
}

export function answerIn(answers: Answers, aspect: string): MaturityAnswer {
  return answers[aspect] ?? { aspect, score: null, comment: '', evidence: '' }
}

/** Whoever looked at an aspect and wrote nothing has said nothing. */
function isSame(a: MaturityAnswer | undefined, b: MaturityAnswer | undefined): boolean {
  return (
    (a?.score ?? null) === (b?.score ?? null) &&
    (a?.comment ?? '') === (b?.comment ?? '') &&
    (a?.evidence ?? '') === (b?.evidence ?? '')
  )
}

function areSame(a: Answers, b: Answers): boolean {
  return maturityAspects.every(({ id }) => isSame(a[id], b[id]))
}

function listOf(answers: Answers): MaturityAnswer[] {
  return maturityAspects.flatMap(({ id }) => answers[id] ?? [])
}

type Sent = Readonly<{ answers: Answers; isDraft: boolean; version: Promise<number> }>

/** An assessment while it is made: every change is saved by itself as another version, and what comes in between is merged. */
export function useAssessment(initial: Assessment) {
  const { id, team, date, assessor } = initial
  const save = useMutation(maturityChanges.write())
  const [answers, setAnswers] = useState<Answers>(() => answersOf(initial.answers))
  const [saved, setSaved] = useState(() => ({
    version: initial.version,
    answers: answersOf(initial.answers),
    isDraft: initial.isDraft,
    at: initial.at,
  }))
  const isDirty = !areSame(answers, saved.answers)
  const theirs = theirsOf(save.error)
  const sent = useRef<Sent | null>(null)

  function send(isDraft: boolean, onDone?: () => void, seenVersion = saved.version) {
    const body = { team, date, assessor, isDraft, answers: listOf(answers) }
    const written = save.mutateAsync(
      { assessment: id, body: { seenVersion, assessment: body } },
      {
        onSuccess: ({ version, at }) => {
          setSaved({ version, answers, isDraft, at })
          onDone?.()
        },
      },
    )
    const version = written.then((one) => one.version)
    // The page says what came of it, while there is one.
    version.catch(() => undefined)
    sent.current = { answers, isDraft, version }
  }

  const mustBeSaved = isDirty && !save.isPending && save.error === null
  const handleRest = useEffectEvent(() => send(saved.isDraft))
  useEffect(() => {
    if (!mustBeSaved) return
    const timer = setTimeout(handleRest, REST_MS)
    return () => clearTimeout(timer)
  }, [mustBeSaved, answers])

  // Going to another page does not wait for the typing to rest.
  const handleLeave = useEffectEvent(() => {
    if (mustBeSaved) send(saved.isDraft)
    // What was typed while another save was on its way comes after it.
    if (!save.isPending || sent.current === null || areSame(answers, sent.current.answers)) return
    const { isDraft, version } = sent.current
    version.then(
      (seen) => send(isDraft, undefined, seen),
      () => undefined,
    )
  })
  useEffect(() => () => handleLeave(), [])

  useEffect(() => {
    if (!isDirty) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [isDirty])

  const theirBody = theirs === null ? null : assessmentOf(theirs.body)
  const merge =
    theirBody === null ? null : mergeAnswers(saved.answers, answers, answersOf(theirBody.answers), isSame)

  return {
    answers,
    saved,
    theirs,
    theirAnswers: answersOf(theirBody?.answers ?? []),
    merge,
    state:
      theirs !== null
        ? 'conflict'
        : save.isPending
          ? 'saving'
          : save.error
            ? 'failed'
            : isDirty
              ? 'unsaved'
              : 'saved',
    error: theirs === null ? save.error : null,

    answer(aspect: string, change: Partial<MaturityAnswer>) {
      setAnswers((current) => ({ ...current, [aspect]: { ...answerIn(current, aspect), ...change } }))
      // Another change is another try.
      if (save.error !== null && theirs === null) save.reset()
    },

    retry: () => send(saved.isDraft),
    finish: (onDone: () => void) => send(false, onDone),

    discard(onDone: () => void) {
      save.mutate(
        { assessment: id, body: { seenVersion: saved.version, assessment: null } },
        { onSuccess: onDone },
      )
    },

    /** Where both changed the same aspect; everything else of both is kept anyway. */
    settle(choice: 'mine' | 'theirs') {
      if (theirs === null || theirBody === null || merge === null) return
      const their = answersOf(theirBody.answers)
      const chosen = merge.conflicts.map((aspect) => [aspect, answerIn(their, aspect)] as const)
      setAnswers(choice === 'mine' ? merge.merged : { ...merge.merged, ...Object.fromEntries(chosen) })
      setSaved({ version: theirs.version, answers: their, isDraft: theirBody.isDraft, at: theirs.at })
      save.reset()
    },
  } as const
}

export type AssessmentInHand = ReturnType<typeof useAssessment>
