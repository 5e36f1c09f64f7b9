import { forgetTypedAnswers, setTypedAnswer, useTypedAnswers } from '../../../stores/typed-answers.ts'

/** What a person typed beside the questions, by their numbers: what is said of one subject is not recorded of another. */
export function useAnswers(subject: string) {
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
