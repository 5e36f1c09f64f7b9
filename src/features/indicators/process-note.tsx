import type { ReactNode } from 'react'

/** Under the title of every indicator: what it shows, and what it is never about. */
export function ProcessNote({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <>
      <span>{children}</span>
      <span className="muted">Indicators describe the process, never people.</span>
    </>
  )
}
