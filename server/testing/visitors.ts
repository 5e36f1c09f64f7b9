import { expect } from 'vitest'

import { meSchema } from '../../src/contract/access.ts'
import { problemSchema } from '../../src/contract/problem.ts'
import { cookieBrowser, type CookieBrowser } from './cookie-browser.ts'
import { signInAtProvider } from './oidc-provider.ts'

/** People with browsers, who sign in at the provider of an app, or try to. */
export function visitorsOf(appUrl: () => string) {
  async function leave(browser: CookieBrowser, to = '/'): Promise<URL> {
    const { next } = await browser.follow(
      `${appUrl()}/auth/sign-in?${new URLSearchParams({ to }).toString()}`,
    )
    if (next === null) throw new Error('Nobody is sent to the provider')
    return next
  }
  /** The way back from the provider, not yet gone. */
  async function wayBack(browser: CookieBrowser, login: string, to = '/'): Promise<URL> {
    return signInAtProvider(browser, await leave(browser, to), login)
  }
  async function signedIn(login: string): Promise<CookieBrowser> {
    const browser = cookieBrowser()
    await browser.ask(await wayBack(browser, login))
    return browser
  }
  const appHost = () => new URL(appUrl()).host
  const sessionOf = (browser: CookieBrowser) => browser.cookiesOf(appHost()).get('sre-session')

  async function me(browser: CookieBrowser, headers: HeadersInit = {}) {
    const response = await browser.ask(`${appUrl()}/api/me`, { headers })
    const body: unknown = await response.json()
    return response.status === 200 ? meSchema.parse(body) : problemSchema.parse(body)
  }
  async function failureOf(browser: CookieBrowser, address: string | URL): Promise<string | null> {
    const response = await browser.ask(address)
    expect(response.status).toBe(303)
    expect(sessionOf(browser)).toBeUndefined()
    return new URL(response.headers.get('location') ?? '', appUrl()).searchParams.get('failure')
  }

  return { leave, wayBack, signedIn, appHost, sessionOf, me, failureOf }
}
