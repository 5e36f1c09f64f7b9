export type PaletteQuery = Readonly<{
  words: readonly string[]
  team: string | null
  sli: string | null
  deployment: string | null
}>

const prefixes = { team: 'team:', sli: 'sli:', deployment: 'in:' } as const

function narrowing(tokens: readonly string[], prefix: string): string | null {
  // "team:" alone is a narrowing still being typed.
  const token = tokens.findLast((one) => one.startsWith(prefix) && one.length > prefix.length)
  return token?.slice(prefix.length) ?? null
}

/** "team:payments in:prod-eu charge": narrowings may stand anywhere, the last of a kind counts, the rest are words. */
export function parsePaletteQuery(text: string): PaletteQuery {
  const tokens = text.toLowerCase().split(/\s+/).filter(Boolean)
  return {
    words: tokens.filter((token) => !Object.values(prefixes).some((prefix) => token.startsWith(prefix))),
    team: narrowing(tokens, prefixes.team),
    sli: narrowing(tokens, prefixes.sli),
    deployment: narrowing(tokens, prefixes.deployment),
  }
}

/** Every word occurs somewhere in the text. */
export function matches(text: string, words: readonly string[]): boolean {
  const lower = text.toLowerCase()
  return words.every((word) => lower.includes(word))
}

export type MarkedPart = Readonly<{ at: number; text: string; isMatch: boolean }>

/** The text cut where words begin and end, so that what matched can be marked. */
export function markMatches(text: string, words: readonly string[]): readonly MarkedPart[] {
  const lower = text.toLowerCase()
  // A letter whose small form has another length would shift every place behind it.
  if (words.length === 0 || lower.length !== text.length) return [{ at: 0, text, isMatch: false }]
  const isMatch = Array.from({ length: text.length }, () => false)
  for (const word of words) {
    for (let at = lower.indexOf(word); at !== -1 && word !== ''; at = lower.indexOf(word, at + word.length)) {
      isMatch.fill(true, at, at + word.length)
    }
  }
  const cuts = isMatch.flatMap((match, at) => (at === 0 || match !== isMatch[at - 1] ? [at] : []))
  return cuts.map((at, index) => ({
    at,
    text: text.slice(at, cuts[index + 1]),
    isMatch: isMatch[at] ?? false,
  }))
}
