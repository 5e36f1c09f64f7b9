import { useEffect, useEffectEvent, useState } from 'react'

const SETTLED_MS = 200

/**
 * Text as it is typed, before it is worth an address: committed when the typing rests. A value that changes by itself
 * (Back, a cleared filter) replaces it; the echo of an own commit does not, or letters typed meanwhile were lost.
 */
export function useDraft(value: string, commit: (text: string) => void) {
  const [draft, setDraft] = useState({ text: value, seen: value, committed: value })
  if (value !== draft.seen) {
    setDraft(
      value === draft.committed ? { ...draft, seen: value } : { text: value, seen: value, committed: value },
    )
  }

  const { text, committed } = draft
  const handleRest = useEffectEvent(() => {
    setDraft((current) => ({ ...current, committed: text }))
    commit(text)
  })
  useEffect(() => {
    if (text === committed) return
    const timer = setTimeout(handleRest, SETTLED_MS)
    return () => clearTimeout(timer)
  }, [text, committed])

  return [text, (typed: string) => setDraft((current) => ({ ...current, text: typed }))] as const
}
