import { infiniteQueryOptions } from '@tanstack/react-query'

type Page = Readonly<{ nextCursor: string | null }>

/** A whole list, page by page as it is scrolled: each page says where the next one begins. */
export function pagesOf<List extends Page>(
  key: readonly unknown[],
  readPage: (next: Readonly<{ cursor?: string }>, signal: AbortSignal) => Promise<List>,
) {
  return infiniteQueryOptions({
    queryKey: key,
    queryFn: ({ signal, pageParam }) => readPage(pageParam === null ? {} : { cursor: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page: List) => page.nextCursor,
  })
}
