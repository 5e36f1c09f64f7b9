/** What was searched for, word by word: all must occur somewhere in what a row is found by. Without any, every row is found. */
export function searchedFor(
  search: string | undefined,
): (texts: readonly (string | null | undefined)[]) => boolean {
  const words = (search ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  return (texts) => {
    if (words.length === 0) return true
    const text = texts.join(' ').toLowerCase()
    return words.every((word) => text.includes(word))
  }
}
