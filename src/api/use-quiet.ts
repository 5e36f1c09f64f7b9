import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** A question that never ends must not keep the others waiting. */
const LONGEST_WAIT_MS = 2_000

/**
 * True once what the page asked for is answered and drawn. What nobody looks at yet, such as the choices inside a closed
 * menu, is asked for then: it would only delay what is looked at.
 */
export function useQuiet(): boolean {
  const client = useQueryClient()
  const [isQuiet, setIsQuiet] = useState(false)

  useEffect(() => {
    if (isQuiet) return
    let forget = () => {}
    const check = () => {
      forget()
      if (client.isFetching() > 0) return
      forget = whenIdle(() => {
        if (client.isFetching() === 0) setIsQuiet(true)
      })
    }
    const unsubscribe = client.getQueryCache().subscribe(check)
    const timer = setTimeout(() => setIsQuiet(true), LONGEST_WAIT_MS)
    check()
    return () => {
      unsubscribe()
      forget()
      clearTimeout(timer)
    }
  }, [client, isQuiet])

  return isQuiet
}

/** Not every browser says when it is idle; there a moment later has to do. */
function whenIdle(act: () => void): () => void {
  if ('requestIdleCallback' in window) {
    const handle = requestIdleCallback(act)
    return () => cancelIdleCallback(handle)
  }
  const timer = setTimeout(act, 100)
  return () => clearTimeout(timer)
}
