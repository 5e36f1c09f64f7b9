/** Answers by aspect; compared by what they say. */
type Answers<Answer> = Readonly<Partial<Record<string, Answer>>>

export type MergedAnswers<Answer> = Readonly<{
  /** Mine, and theirs where only they changed something. */
  merged: Answers<Answer>
  /** Aspects that only they changed. */
  taken: readonly string[]
  /** Aspects that both changed, and not alike: mine stand in `merged` until somebody chooses. */
  conflicts: readonly string[]
}>

/** Two people began from `base` and typed at the same time: nothing of either is lost. */
export function mergeAnswers<Answer>(
  base: Answers<Answer>,
  mine: Answers<Answer>,
  theirs: Answers<Answer>,
  isSame: (a: Answer | undefined, b: Answer | undefined) => boolean,
): MergedAnswers<Answer> {
  const aspects = [...new Set([...Object.keys(base), ...Object.keys(mine), ...Object.keys(theirs)])]
  const changedBy = (answers: Answers<Answer>) => (aspect: string) => !isSame(base[aspect], answers[aspect])
  const isMine = changedBy(mine)
  const isTheirs = changedBy(theirs)
  const taken = aspects.filter((aspect) => isTheirs(aspect) && !isMine(aspect))
  const conflicts = aspects.filter(
    (aspect) => isTheirs(aspect) && isMine(aspect) && !isSame(mine[aspect], theirs[aspect]),
  )
  const merged = Object.fromEntries(
    aspects.flatMap((aspect) => {
      const answer = taken.includes(aspect) ? theirs[aspect] : mine[aspect]
      return answer === undefined ? [] : [[aspect, answer] as const]
    }),
  )
  return { merged, taken, conflicts }
}
