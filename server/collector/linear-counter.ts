/** What keeps sums sums: the increase of a sum is then the sum of the increases. */
const linear: ReadonlySet<string> = new Set(['sum', 'avg', 'vector', 'or'])
const grouping: ReadonlySet<string> = new Set([
  'by',
  'without',
  'on',
  'ignoring',
  'group_left',
  'group_right',
])
const otherKeywords: ReadonlySet<string> = new Set(['offset', 'and', 'unless', 'bool', 'atan2'])

// A number that is not 0 would be added to the increase instead of to the counter.
const token =
  /(?<blank>\s+)|(?<selector>(?:[a-zA-Z_:][\w:]*\s*)?\{(?:[^{}"']|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')*\})|(?<word>[a-zA-Z_:][\w:]*)|(?<sign>[-+(),]|0(?![\w.]))|(?<other>[\s\S])/gy

/**
 * An expression over counters, with `increase` put around each of them. It must stand inside: around the sum, the restart
 * of one process would look like a restart of all. Null where that cannot be done, because the expression is no plain sum.
 */
export function increaseInside(promql: string, range: string): string | null {
  const parts: string[] = []
  let isGrouping = false
  for (const { 0: text, index, groups = {} } of promql.matchAll(token)) {
    const { selector, word, other } = groups
    const isCalled = /^\s*\(/.test(promql.slice(index + text.length))
    if (other !== undefined || (word !== undefined && otherKeywords.has(word))) return null
    if (isGrouping || (word === undefined && selector === undefined)) {
      isGrouping &&= text !== ')'
      parts.push(text)
    } else if (word !== undefined && grouping.has(word) && isCalled) {
      isGrouping = true
      parts.push(text)
    } else if (word !== undefined && linear.has(word)) {
      parts.push(text)
    } else if (isCalled) {
      return null
    } else {
      parts.push(`increase(${text}[${range}])`)
    }
  }
  return parts.join('')
}
