type Span = Readonly<{ after: readonly string[] | null; limit: number }>
type Found<Item> = Readonly<{ items: readonly Item[] }>

/** As many at once as a year of a large organization has, so that most answers take one read. */
const AT_ONCE = 5_000

/** A whole list of records, however many reads it takes. */
export async function everyRecord<Item>(
  read: (span: Span) => Promise<Found<Item>>,
  positionOf: (item: Item) => readonly string[],
): Promise<readonly Item[]> {
  const records: Item[] = []
  for (let after: Span['after'] = null; ;) {
    const { items } = await read({ after, limit: AT_ONCE })
    for (const item of items) records.push(item)
    const last = items.at(-1)
    if (last === undefined || items.length < AT_ONCE) return records
    after = positionOf(last)
  }
}
