import type { ComponentProps } from 'react'

import { hrefOf, type Address } from './href.ts'
import { useFollowed } from './use-followed.ts'

type CellLinkProps = Omit<ComponentProps<'a'>, 'href'> & Address

/**
 * A link in a table's cell. The router's own Link watches the address for as long as it stands, and works its target out
 * anew whenever that changes; hundreds of them are half of what a scrolled table costs. This one asks the router only when
 * it is aimed at or followed, and is therefore never marked as the page that is shown.
 */
export function CellLink({ to, params, search, children, ...anchor }: CellLinkProps) {
  const href = hrefOf({ to, ...(params && { params }), ...(search && { search }) })
  return (
    <a href={href} {...useFollowed(href)} {...anchor}>
      {children}
    </a>
  )
}
