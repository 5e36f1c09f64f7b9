import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

import Provider from 'oidc-provider'

import type { CookieBrowser } from './cookie-browser.ts'

type Account = Readonly<{ name: string; groups: readonly string[] }>

type ProviderOptions = Readonly<{
  /** Where the app under test is reached. */
  appUrl: string
  accounts: Readonly<Record<string, Account>>
  /** Groups in the ID token; else at the userinfo endpoint alone. */
  isIdTokenFull?: boolean
}>

export const CLIENT_ID = 'sre-indicators'
export const CLIENT_SECRET = 'a-secret-of-the-client-that-nobody-prints'

/** A certified provider on a port of its own, with the accounts a test asks for; any password will do. */
export async function startProvider({ appUrl, accounts, isIdTokenFull = false }: ProviderOptions) {
  const parts: Provider[] = []
  const server = createServer((request, response) => void parts[0]?.callback()(request, response))
  const issuer = await listening(server)
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT_ID,
        client_secret: CLIENT_SECRET,
        redirect_uris: [`${appUrl}/auth/callback`],
        post_logout_redirect_uris: [`${appUrl}/sign-in`],
      },
    ],
    claims: { openid: ['sub'], profile: ['name', 'groups'], email: ['email'] },
    conformIdTokenClaims: !isIdTokenFull,
    pkce: { required: () => true },
    cookies: { keys: ['only in tests'] },
    ttl: { Interaction: 600, Session: 600, Grant: 600, IdToken: 600, AccessToken: 600 },
    findAccount: (_context, id) => {
      const account = accounts[id]
      return account && { accountId: id, claims: async () => ({ sub: id, ...account }) }
    },
  })
  parts.push(provider)
  return {
    issuer,
    async stop() {
      server.close()
      server.closeAllConnections()
      await once(server, 'close')
    },
  }
}

/** A free port of the system's choice. */
export async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Fills in the provider's forms as a person would, until it sends the browser back; the address it is sent back to. */
export async function signInAtProvider(browser: CookieBrowser, address: URL, login: string): Promise<URL> {
  let page = await browser.follow(address)
  for (let form = 0; form < 3 && page.next === null; form += 1) {
    const html = await page.response.text()
    const action = /<form[^>]* action="([^"]+)"/.exec(html)?.[1]
    const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1]
    if (action === undefined || prompt === undefined) throw new Error(`The provider shows no form: ${html}`)
    page = await browser.follow(new URL(action, page.url), {
      method: 'POST',
      body: new URLSearchParams({ prompt, login, password: 'any' }),
    })
  }
  if (page.next === null) throw new Error('The provider does not send the browser back')
  return page.next
}
