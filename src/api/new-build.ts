import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'

import { readText } from './http.ts'

const LOOK_AGAIN_MS = 5 * 60_000
const TRIED = 'build-reloaded-for'

/** The app's own script, whose name changes with every build; null where a page is not the app's. */
export function entryScript(html: string): string | null {
  return /<script\b[^>]*\btype="module"[^>]*\bsrc="([^"]+)"/.exec(html)?.[1] ?? null
}

/** A page that nobody looks after loads itself anew when the server has a new build of it. */
export function useReloadOnNewBuild() {
  const { data: served, dataUpdatedAt } = useQuery({
    queryKey: ['served-build'],
    queryFn: async ({ signal }) => entryScript(await readText('/index.html', signal)),
    refetchInterval: LOOK_AGAIN_MS,
    refetchIntervalInBackground: true,
    retry: false,
  })
  useEffect(() => {
    const own = document.querySelector('script[type="module"][src]')?.getAttribute('src')
    if (served === undefined || served === null || !own || served === own) return
    // Once for each build: a cache in between that goes on serving the old page must not make this one flicker for good.
    if (sessionStorage.getItem(TRIED) === served) return
    sessionStorage.setItem(TRIED, served)
    window.location.reload()
  }, [served, dataUpdatedAt])
}
