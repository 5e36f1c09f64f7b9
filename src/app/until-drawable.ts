import type { QueryClient } from '@tanstack/react-query'

/** A frame that stays longer looks like a page that hangs; the shell with its skeletons does not. */
const LONGEST_WAIT_MS = 120

type Loads = Readonly<{ load: () => Promise<void> }>

/**
 * Asks for the first page's code and figures, and waits a moment for both: where they were fetched beside the app's own
 * code they are here already, and drawing the page once is quicker than drawing it empty first.
 */
export async function untilDrawable(router: Loads, client: QueryClient): Promise<void> {
  const loaded = router.load().then(() => untilAnswered(client))
  // What fails is shown by the page.
  await Promise.race([loaded.catch(() => undefined), passed(LONGEST_WAIT_MS)])
}

function untilAnswered(client: QueryClient): Promise<void> {
  return new Promise((resolve) => {
    const check = () => {
      if (client.isFetching() > 0) return
      unsubscribe()
      resolve()
    }
    const unsubscribe = client.getQueryCache().subscribe(check)
    check()
  })
}

function passed(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms)
  })
}
