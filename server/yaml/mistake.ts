/** One line and column of one file, both counted from 1 as editors do. */
export type Place = Readonly<{ file: string; line: number; column: number }>

export type FieldPath = readonly (string | number)[]

export type Rule =
  | 'unreadable'
  | 'too-large'
  | 'syntax'
  | 'unknown-kind'
  | 'unknown-version'
  | 'unknown-field'
  | 'missing-field'
  | 'wrong-type'
  | 'wrong-value'
  | 'out-of-range'
  | 'percent-for-share'
  | 'share-for-percent'
  | 'no-budget'
  | 'contradiction'
  | 'unresolved-reference'
  | 'duplicate-name'
  | 'no-slug'
  | 'sla-not-looser'
  | 'taken-as'
  | 'not-split'
  | 'not-read'

export type Mistake = Readonly<{
  rule: Rule
  /** An error keeps its object out of the catalog, a warning does not. */
  severity: 'error' | 'warning'
  place: Place
  /** As written in the file: spec.objectives[0].target; empty for the whole document. */
  field: string
  /** What stands there, shortened; undefined where nothing does. */
  value: string | undefined
  /** What is wrong and what would be right, a clause that goes on after the field and its value. */
  problem: string
  hint: string | undefined
}>

const LONGEST_VALUE = 60

export function fieldName(path: FieldPath): string {
  return path.reduce<string>((name, part) => {
    if (typeof part === 'number') return `${name}[${part}]`
    const isPlain = /^[\w-]+$/.test(part)
    if (!isPlain) return `${name}["${part}"]`
    return name === '' ? part : `${name}.${part}`
  }, '')
}

/** Lists and mappings are named by their shape: the line in the file shows the rest. */
export function shownValue(value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (typeof value === 'object' && value !== null) return 'a mapping'
  const text = JSON.stringify(value) ?? ''
  // A reading is kept with its mistakes, and no database keeps half a character.
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE - 1).toWellFormed()}…` : text
}

export function comparePlaces(a: Place, b: Place): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.line - b.line || a.column - b.column
}

/** file:line:column first, so that terminals and editors make a link of it. */
export function mistakeLine({ severity, place, field, value, problem, hint }: Mistake): string {
  const subject = [field, value === undefined ? undefined : `is ${value};`].filter(Boolean).join(' ')
  const words = [`${place.file}:${place.line}:${place.column}`, severity, subject, problem].filter(Boolean)
  return hint === undefined ? words.join(' ') : `${words.join(' ')}\n    ${hint}`
}
