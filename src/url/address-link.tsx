import type { ReactNode } from 'react'

import { useFollowed } from './use-followed.ts'

type AddressLinkProps = Readonly<{ href: string; children: ReactNode }>

/** To a page of ours in words that are taken along, where its address names the app's own place in the network too. */
export function AddressLink({ href, children }: AddressLinkProps) {
  const { origin } = window.location
  const path = href.startsWith(`${origin}/`) ? href.slice(origin.length) : href
  return (
    <a className="link" href={href} {...useFollowed(path)}>
      {children}
    </a>
  )
}
