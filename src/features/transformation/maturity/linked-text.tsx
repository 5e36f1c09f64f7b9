import type { ReactNode } from 'react'

const address = /(https?:\/\/[^\s<>"]+)/

/** Evidence is often an address: it can be followed. */
export function linkedText(text: string): ReactNode {
  return text.split(address).map((part, at) =>
    address.test(part) ? (
      // The parts of one text never change places.
      // oxlint-disable-next-line react/no-array-index-key
      <a key={at} className="link" href={part} rel="noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  )
}
