import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'

import type { UrlCodec } from './codec.ts'

type Change<View> = (change: Partial<View>, options?: Readonly<{ replace?: boolean }>) => void

/** A route's codec owns the whole query string. A choice pushes history, so Back undoes it; typing replaces. */
export function useUrlState<View extends object>(codec: UrlCodec<View>): readonly [View, Change<View>] {
  const search = useSearch({ strict: false })
  const navigate = useNavigate()
  const router = useRouter()

  const setView: Change<View> = (change, { replace = false } = {}) => {
    // What was typed on a page that is being left belongs to no other one.
    const shown = router.state.resolvedLocation?.pathname
    if (shown !== undefined && shown !== router.latestLocation.pathname) return
    void navigate({
      to: '.',
      search: (current) => codec.format({ ...codec.parse(current), ...change }),
      replace,
      resetScroll: false,
    })
  }

  return [codec.parse(search), setView]
}
