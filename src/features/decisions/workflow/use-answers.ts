import { useState } from 'react'

/** What a person typed beside the questions, by their numbers. */
export function useAnswers() {
  const [answers, setAnswers] = useState<Readonly<Record<number, string>>>({})
  const answerTo = (number: number) => ({
    number,
    answer: {
      value: answers[number] ?? '',
      onChange: (answer: string) => setAnswers((held) => ({ ...held, [number]: answer })),
    },
  })
  return { answers, answerTo }
}

export type AnswerTo = ReturnType<typeof useAnswers>['answerTo']
