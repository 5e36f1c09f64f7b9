import { createRoute, type RouteComponent } from '@tanstack/react-router'

import { root } from './root-route.ts'

/** A page of its own address below the shell. */
export function page<Path extends string>(path: Path, component: RouteComponent) {
  return createRoute({ getParentRoute: () => root, path, component })
}
