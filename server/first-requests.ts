import * as z from 'zod/mini'

/** As scripts/first-requests-plugin.ts writes it beside the build. */
const firstRequestsSchema = z.object({
  shellAsks: z.array(z.string()),
  starts: z.array(z.object({ path: z.string(), scripts: z.array(z.string()), asks: z.array(z.string()) })),
})

type Start = z.infer<typeof firstRequestsSchema>['starts'][number]

/**
 * The `Link` header that goes with the app's page: what the page at this address needs at once, so that a browser
 * fetches it beside the app's code and not after it.
 */
export function firstRequestLinks(json: string): (url: URL) => string {
  const { shellAsks, starts } = firstRequestsSchema.parse(JSON.parse(json))
  const shell = shellAsks.map(askLink)
  return ({ pathname, search }) => {
    const found = findStart(starts, pathname)
    if (found === undefined) return shell.join(', ')
    const { start, params } = found
    // With a query string it asks for something else, which only the app can tell.
    const asks = search === '' ? start.asks.map((ask) => askLink(filled(ask, params))) : []
    return [...start.scripts.map((script) => `<${script}>; rel=modulepreload`), ...shell, ...asks].join(', ')
  }
}

/** How fetch asks for it, or the browser would not take one for the other. */
function askLink(address: string): string {
  return `<${address}>; rel=preload; as=fetch; crossorigin=anonymous`
}

type Params = ReadonlyMap<string, string>

function findStart(starts: readonly Start[], pathname: string) {
  for (const start of starts) {
    const params = paramsOf(start.path, pathname)
    if (params !== undefined) return { start, params }
  }
  return undefined
}

/** A segment that is no slug names nothing, and must not get into a header. */
const slug = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/

function paramsOf(path: string, pathname: string): Params | undefined {
  const names = path.split('/')
  const segments = pathname.split('/')
  if (names.length !== segments.length) return undefined
  const params = new Map<string, string>()
  for (const [index, name] of names.entries()) {
    const segment = segments[index] ?? ''
    if (!name.startsWith('$')) {
      if (name !== segment) return undefined
    } else if (slug.test(segment)) params.set(name, segment)
    else return undefined
  }
  return params
}

function filled(ask: string, params: Params): string {
  return ask.replaceAll(/\$\w+/g, (name) => params.get(name) ?? name)
}
