/** Like Promise.all over `map`, with at most `limit` under way; gives the event loop a turn between batches. */
export async function mapConcurrently<Item, Result>(
  items: readonly Item[],
  limit: number,
  map: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (let start = 0; start < items.length; start += limit) {
    results.push(...(await Promise.all(items.slice(start, start + limit).map(map))))
    // Stores in memory resolve without ever leaving the microtask queue, which would freeze a page or a server.
    if (start + limit < items.length) await nextTurn()
  }
  return results
}

/** For work that nothing else interrupts: others are heard before it goes on. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0)
  })
}
