import { useEffect, useRef, useState, type KeyboardEvent, type RefObject } from 'react'

import {
  MOST_ANSWER_CHARACTERS,
  type ComparedAspect,
  type MaturityAnswer,
  type MaturityEvidence,
} from '../../../contract/maturity.ts'
import { dayInWords } from '../../../domain/maturity.ts'
import { dimensionNames, levelName, type MaturityScore } from '../../../domain/maturity-model.ts'
import { Button } from '../../../ui/button.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { useSingleKey } from '../../../ui/use-single-key.ts'
import styles from './assess.module.css'
import { evidenceSentence } from './evidence-words.ts'
import { levelOf } from './maturity-words.ts'
import { ProductEvidence } from './product-evidence.tsx'
import { WordingDialog } from './wording-dialog.tsx'

type AspectFormProps = Readonly<{
  position: Readonly<{ at: number; of: number }>
  aspect: ComparedAspect
  answer: MaturityAnswer
  /** What was said the last time; undefined where there was none. */
  before: Readonly<{ date: string; answer: MaturityAnswer | undefined }> | undefined
  evidence: readonly MaturityEvidence[]
  evidenceDays: number
  textsVersion: number
  allAspects: readonly ComparedAspect[]
  onAnswer: (change: Partial<MaturityAnswer>) => void
  onGo: (step: 1 | -1) => void
  /** Nothing is left to answer of a draft: a key finishes it. */
  isAllAnswered: boolean
}>

const scores = [0, 1, 2] as const

/** One aspect: which level it is at, why, and what shows it. */
export function AspectForm(props: AspectFormProps) {
  const { position, aspect, answer, before, evidence, evidenceDays, onAnswer, onGo } = props
  const heading = useRef<HTMLHeadingElement>(null)
  const comment = useRef<HTMLTextAreaElement>(null)
  const evidenceField = useRef<HTMLTextAreaElement>(null)
  const [isWording, setIsWording] = useState(false)
  // The next aspect is announced by its name.
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  useSingleKey('0', () => onAnswer({ score: 0 }))
  useSingleKey('1', () => onAnswer({ score: 1 }))
  useSingleKey('2', () => onAnswer({ score: 2 }))
  useSingleKey('c', () => comment.current?.focus())
  useSingleKey('e', () => evidenceField.current?.focus())

  const adopt = () => {
    const figures = evidence.map((one) => evidenceSentence(one, evidenceDays)).join('. ')
    onAnswer({ evidence: [answer.evidence, `${figures}.`].filter((part) => part !== '').join('\n') })
  }

  return (
    <section className={styles['form']} aria-label="Aspect in hand">
      <p className="muted">
        {dimensionNames[aspect.dimension]}, aspect {position.at + 1} of {position.of}
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {aspect.name}
      </h2>
      <div className={styles['levels']} role="group" aria-label={`Level of ${aspect.name}`}>
        {scores.map((score) => (
          <LevelButton
            key={score}
            score={score}
            aspect={aspect}
            isChosen={answer.score === score}
            onChoose={() => onAnswer({ score })}
          />
        ))}
      </div>
      <div className={styles['under']}>
        <Button look="quiet" disabled={answer.score === null} onClick={() => onAnswer({ score: null })}>
          Leave unanswered
        </Button>
        <Button look="quiet" onClick={() => setIsWording(true)}>
          Change the wording
        </Button>
      </div>
      {before !== undefined && <Before aspect={aspect} {...before} />}
      <KeyedText
        label="Comment"
        keyName="C"
        field={comment}
        value={answer.comment}
        onChange={(text) => onAnswer({ comment: text })}
        onDone={() => heading.current?.focus()}
      />
      <KeyedText
        label="Evidence"
        keyName="E"
        field={evidenceField}
        value={answer.evidence}
        onChange={(text) => onAnswer({ evidence: text })}
        onDone={() => heading.current?.focus()}
      />
      {evidence.length > 0 && (
        <div className={styles['data']}>
          <h3>What data say</h3>
          <ProductEvidence evidence={evidence} days={evidenceDays} />
          <Button onClick={adopt}>Take into the evidence</Button>
        </div>
      )}
      <div className={styles['steps']}>
        <Button disabled={position.at === 0} onClick={() => onGo(-1)}>
          Previous
        </Button>
        <Button disabled={position.at === position.of - 1} onClick={() => onGo(1)}>
          Next aspect
        </Button>
      </div>
      <p className={styles['keys']}>
        <kbd>0</kbd> <kbd>1</kbd> <kbd>2</kbd> choose, arrows move, <kbd>C</kbd> comments, <kbd>E</kbd>{' '}
        evidence, <kbd>Esc</kbd> leaves a text
        {props.isAllAnswered ? (
          <>
            , <kbd>F</kbd> finishes.
          </>
        ) : (
          '.'
        )}
      </p>
      {isWording && (
        <WordingDialog
          aspect={aspect}
          allAspects={props.allAspects}
          textsVersion={props.textsVersion}
          onClose={() => setIsWording(false)}
        />
      )}
    </section>
  )
}

type LevelButtonProps = Readonly<{
  score: MaturityScore
  aspect: ComparedAspect
  isChosen: boolean
  onChoose: () => void
}>

function LevelButton({ score, aspect, isChosen, onChoose }: LevelButtonProps) {
  const level = levelOf(score)
  return (
    <button type="button" className={styles['levelButton']} aria-pressed={isChosen} onClick={onChoose}>
      <kbd aria-hidden="true">{score}</kbd>
      <b>{levelName(level, aspect.dimension)}</b>
      <span>{aspect[level].full}</span>
    </button>
  )
}

function Before({
  aspect,
  date,
  answer,
}: Readonly<{ aspect: ComparedAspect; date: string; answer: MaturityAnswer | undefined }>) {
  const score = answer?.score ?? null
  const said = answer?.comment ?? ''
  return (
    <p className="muted">
      On {dayInWords(date)}: {score === null ? 'unanswered' : levelName(levelOf(score), aspect.dimension)}
      {said === '' ? '.' : `. ${said}`}
    </p>
  )
}

type KeyedTextProps = Readonly<{
  label: string
  keyName: string
  field: RefObject<HTMLTextAreaElement | null>
  value: string
  onChange: (text: string) => void
  onDone: () => void
}>

/** Reached by its key and left by Escape, so that the hands stay on the keys. */
function KeyedText({ label, keyName, field, value, onChange, onDone }: KeyedTextProps) {
  function leave(event: KeyboardEvent) {
    if (event.key === 'Escape') onDone()
  }
  return (
    <TextArea
      ref={field}
      label={
        <>
          {label} <kbd aria-hidden="true">{keyName}</kbd>
        </>
      }
      rows={2}
      maxLength={MOST_ANSWER_CHARACTERS}
      value={value}
      onChange={onChange}
      onKeyDown={leave}
    />
  )
}
