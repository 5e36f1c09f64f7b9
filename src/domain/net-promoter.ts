/** Answers to a question from 0 to 10: how many gave each. */
export type Answers = readonly number[]

export const HIGHEST_ANSWER = 10
const LOWEST_PROMOTER = 9
const HIGHEST_DETRACTOR = 6

export type NetPromoter = Readonly<{
  answers: number
  /** Of all answers; 0 to 1. */
  promoters: number
  detractors: number
  /** Promoters less detractors, in points from -100 to 100. */
  score: number
}>

/** Null without an answer. */
export function netPromoter(counts: Answers): NetPromoter | null {
  const sum = (from: number, to: number) => counts.slice(from, to + 1).reduce((all, count) => all + count, 0)
  const answers = sum(0, HIGHEST_ANSWER)
  if (answers === 0) return null
  const promoters = sum(LOWEST_PROMOTER, HIGHEST_ANSWER)
  const detractors = sum(0, HIGHEST_DETRACTOR)
  return {
    answers,
    promoters: promoters / answers,
    detractors: detractors / answers,
    score: ((promoters - detractors) * 100) / answers,
  }
}

/** The mean answer; null without one. */
export function meanAnswer(counts: Answers): number | null {
  const answers = counts.reduce((all, count) => all + count, 0)
  return answers === 0 ? null : counts.reduce((all, count, answer) => all + count * answer, 0) / answers
}
