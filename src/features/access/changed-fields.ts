type Thing = Readonly<Record<string, unknown>> | null

/** What differs between a thing before and after, field by field; a thing that came or went differs in all it has. */
export function changedFields(
  before: Thing,
  after: Thing,
): readonly Readonly<{ field: string; before: string; after: string }>[] {
  const fields = new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])
  return [...fields]
    .map((field) => ({ field, before: textOf(before?.[field]), after: textOf(after?.[field]) }))
    .filter((change) => change.before !== change.after)
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '–'
  return typeof value === 'string' ? value : JSON.stringify(value)
}
