import type { ComparedAspect } from '../../../contract/maturity.ts'
import { dimensionNames, levelName, maturityDimensions } from '../../../domain/maturity-model.ts'
import { FilterSelect } from '../../../ui/filter-select.tsx'
import styles from './assess.module.css'
import { levelOf } from './maturity-words.ts'
import { answerIn, type Answers } from './use-assessment.ts'

type AspectListProps = Readonly<{
  aspects: readonly ComparedAspect[]
  answers: Answers
  current: string
  onGo: (index: number) => void
}>

/** All aspects with what was answered; on a narrow screen one choice. */
export function AspectList({ aspects, answers, current, onGo }: AspectListProps) {
  const indexOf = (aspect: string) => aspects.findIndex((one) => one.aspect === aspect)
  return (
    <>
      <nav className={styles['list']} aria-label="Aspects">
        {maturityDimensions.map((dimension) => (
          <section key={dimension} aria-labelledby={`assess-${dimension}`}>
            <h2 id={`assess-${dimension}`}>{dimensionNames[dimension]}</h2>
            <ul>
              {aspects
                .filter((one) => one.dimension === dimension)
                .map((one) => (
                  <li key={one.aspect}>
                    <button
                      type="button"
                      aria-current={one.aspect === current ? 'step' : undefined}
                      onClick={() => onGo(indexOf(one.aspect))}
                    >
                      <span>{one.name}</span>
                      <Answered aspect={one} answers={answers} />
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </nav>
      <div className={styles['choice']}>
        <FilterSelect
          label="Aspect"
          value={current}
          options={aspects.map(({ aspect, name }) => ({ value: aspect, label: name }))}
          onChange={(aspect) => onGo(indexOf(aspect))}
        />
      </div>
    </>
  )
}

function Answered({ aspect, answers }: Readonly<{ aspect: ComparedAspect; answers: Answers }>) {
  const { score } = answerIn(answers, aspect.aspect)
  return (
    <span className={score === null ? styles['open'] : styles['given']}>
      {score === null ? 'unanswered' : levelName(levelOf(score), aspect.dimension)}
    </span>
  )
}
