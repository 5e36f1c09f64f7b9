import { useLinkProps } from '@tanstack/react-router'
import type { ReactNode } from 'react'

import { paths } from '../../url/paths.ts'

type CrumbLinkProps = Readonly<{ scope: Parameters<typeof paths.explore>[0]; children: ReactNode }>

/** A step above the page: never the current one, even where it leads to the same place as the last step. */
export function CrumbLink({ scope, children }: CrumbLinkProps) {
  const { 'aria-current': _, ...link } = useLinkProps(paths.explore(scope))
  return <a {...link}>{children}</a>
}
