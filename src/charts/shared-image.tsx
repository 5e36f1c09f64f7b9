import { createContext, use, useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'

import type { DrawnChart } from './chart-image-menu.tsx'

const SharedImageContext = createContext<RefObject<DrawnChart | null> | null>(null)

/** A page whose graph can be taken along from elsewhere than the graph itself. */
export function SharedImagePage({ children }: Readonly<{ children: ReactNode }>) {
  return <SharedImageContext value={useRef<DrawnChart>(null)}>{children}</SharedImageContext>
}

/** Tells the page around it which graph it shows. */
export function useAsSharedImage(chart: DrawnChart) {
  const sharedRef = use(SharedImageContext)
  useEffect(() => {
    if (sharedRef === null) return undefined
    sharedRef.current = chart
    return () => {
      sharedRef.current = null
    }
  }, [sharedRef, chart])
}

/** What is drawn when this is shown; null where the page draws nothing. */
export function useSharedImage(): DrawnChart | null {
  const sharedRef = use(SharedImageContext)
  const [chart] = useState(() => sharedRef?.current ?? null)
  return chart
}
