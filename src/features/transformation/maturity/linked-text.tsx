import type { ReactNode } from 'react'

const addressOrText = /(https?:\/\/[^\s<>"]+)|(?:(?!https?:\/\/[^\s<>"]).)+/gs

/** Evidence is often an address: it can be followed. */
export function linkedText(text: string): ReactNode {
  return [...text.matchAll(addressOrText)].map(({ index, 0: part, 1: address }) =>
    address === undefined ? (
      part
    ) : (
      <a key={index} className="link" href={address} rel="noreferrer">
        {address}
      </a>
    ),
  )
}
