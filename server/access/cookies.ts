type CookieOptions = Readonly<{ isSecure: boolean; maxAgeSeconds: number }>

/** With the prefix a browser takes the cookie from this very host over TLS only, not from a neighbour's subdomain. */
export function cookieName(name: string, isSecure: boolean): string {
  return isSecure ? `__Host-${name}` : name
}

export function cookieOf(request: Request, name: string): string | undefined {
  for (const pair of (request.headers.get('cookie') ?? '').split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return undefined
}

/** Lax and not strict: who follows a link from elsewhere arrives signed in. What such a link asks for changes nothing. */
export function setCookie(name: string, value: string, { isSecure, maxAgeSeconds }: CookieOptions): string {
  const secure = isSecure ? '; Secure' : ''
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`
}
