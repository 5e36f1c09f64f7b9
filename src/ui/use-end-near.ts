import { useEffect } from 'react'

/** Asks for more whenever rows have come and the end of what is here is still near. */
export function useEndNear(isEndNear: boolean, count: number, onEndNear: (() => void) | undefined) {
  useEffect(() => {
    if (isEndNear) onEndNear?.()
  }, [isEndNear, count, onEndNear])
}
