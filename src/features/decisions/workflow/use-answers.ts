import { useQuery } from '@tanstack/react-query'

import { accessQueries } from '../../../api/access-queries.ts'
import { forgetTypedAnswers, setTypedAnswer, useTypedAnswers } from '../../../stores/typed-answers.ts'

/**
 * What a person typed beside the questions, by their numbers: what is said of one subject is not recorded of another, and what
 * one began is not the next one's where a session ended by itself.
 */
export function useAnswers(about: string) {
  const person = useQuery(accessQueries.me()).data?.id ?? ''
  const subject = `${about} ${person}`
  const answers = useTypedAnswers(subject)
  const answerTo = (number: number) => ({
    number,
    answer: {
      value: answers[number] ?? '',
      onChange: (answer: string) => setTypedAnswer(subject, number, answer),
    },
  })
  return { answers, answerTo, forget: () => forgetTypedAnswers(subject) }
}

export type AnswerTo = ReturnType<typeof useAnswers>['answerTo']
