/** What a browser does that matters to signing in: keeps cookies by host, and follows redirects only when told to. */
export function cookieBrowser() {
  const jar = new Map<string, Map<string, string>>()

  async function ask(address: string | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address)
    const headers = new Headers(init.headers)
    const cookies = jar.get(url.host) ?? new Map<string, string>()
    if (cookies.size > 0 && !headers.has('cookie'))
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) keep(cookies, line)
    jar.set(url.host, cookies)
    return response
  }

  /** Follows redirects as long as they stay with the host that was asked; the last answer, with the address it came from. */
  async function follow(address: string | URL, init: RequestInit = {}) {
    let url = new URL(address)
    let response = await ask(url, init)
    for (;;) {
      const next = nextAddress(response, url)
      if (next === null || next.host !== url.host) return { url, response, next }
      url = next
      response = await ask(url)
    }
  }

  const cookiesOf = (host: string) => jar.get(host) ?? new Map<string, string>()
  return { ask, follow, cookiesOf }
}

export type CookieBrowser = ReturnType<typeof cookieBrowser>

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';')
  const at = pair.indexOf('=')
  const name = pair.slice(0, at)
  const isGone = attributes.some((attribute) => /^\s*max-age=0\s*$/i.test(attribute))
  const isPast = attributes.some((attribute) => /^\s*expires=.*1970/i.test(attribute))
  if (isGone || isPast) cookies.delete(name)
  else cookies.set(name, pair.slice(at + 1))
}

function nextAddress(response: Response, from: URL): URL | null {
  const location = response.headers.get('location')
  return location === null ? null : new URL(location, from)
}
