import * as z from 'zod/mini'

/** What a parameter may name, where a pattern checks it but cannot say it. */
const members = new WeakMap<z.core.$ZodType, readonly string[]>()

export function choiceMembers(parameter: z.core.$ZodType): readonly string[] | undefined {
  return members.get(parameter)
}

/** Some of the names, comma-separated. */
export function choicesParameter(names: readonly string[]) {
  const one = `(?:${names.join('|')})`
  return withMembers(z.optional(z.string().check(z.regex(new RegExp(`^${one}(?:,${one})*$`)))), names)
}

/**
 * `sort=remaining` ascending, `sort=-remaining` descending, several comma-separated, each column once. Absent sorts last
 * both ways. `moreColumns` are named by what the answer shows, as those of periods are.
 */
export function sortParameter(columns: readonly string[], moreColumns: readonly RegExp[] = []) {
  return withMembers(
    z.optional(eachOnce(`-?${anyOf(columns, moreColumns)}`)),
    columns.flatMap((column) => [column, `-${column}`]),
  )
}

/** `columns=service,remaining`: those columns of a table in that order, each once. */
export function columnsParameter(columns: readonly string[], moreColumns: readonly RegExp[] = []) {
  return withMembers(z.optional(eachOnce(anyOf(columns, moreColumns))), columns)
}

function anyOf(columns: readonly string[], moreColumns: readonly RegExp[]): string {
  return `(?:${[...columns, ...moreColumns.map(({ source }) => source)].join('|')})`
}

function eachOnce(one: string) {
  return z.string().check(
    z.regex(new RegExp(`^${one}(?:,${one})*$`)),
    z.refine((terms) => {
      const named = terms.split(',').map((term) => term.replace(/^-/, ''))
      return new Set(named).size === named.length
    }),
  )
}

function withMembers<Schema extends z.core.$ZodType>(parameter: Schema, names: readonly string[]): Schema {
  members.set(parameter, names)
  return parameter
}
