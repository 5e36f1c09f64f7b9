import * as client from 'openid-client'

import type { OidcSettings } from '../settings/access-settings.ts'
import { allowInsecureLoopback } from './insecure-loopback.ts'

const TIMEOUT_SECONDS = 10

type Options = Readonly<{ settings: OidcSettings; clientSecret: string | null; publicUrl: string }>

/** What the browser keeps while the person is at the provider; the answer must fit all of it. */
export type Attempt = Readonly<{ state: string; nonce: string; verifier: string }>

/** What the provider said of the person. */
type SignedIn = Readonly<{
  id: string
  name: string
  groups: readonly string[]
  idToken: string | null
}>

export type OidcClient = Readonly<{
  begin(): Promise<Readonly<{ attempt: Attempt; goTo: URL }>>
  /** Throws where anything about the answer is not as it must be. */
  finish(query: string, attempt: Attempt): Promise<SignedIn>
  /** Where signing out goes on at the provider; null where it offers nothing for it. */
  signOutUrl(idToken: string | null): Promise<string | null>
}>

/** The protocol itself, codes, signatures and their checks, is the library's; here stands what is ours about it. */
export function createOidcClient({ settings, clientSecret, publicUrl }: Options): OidcClient {
  const redirectUri = urlBelow(publicUrl, 'auth/callback')
  const configuration = discoveredOnce(settings, clientSecret)
  return {
    async begin() {
      const attempt = {
        state: client.randomState(),
        nonce: client.randomNonce(),
        verifier: client.randomPKCECodeVerifier(),
      }
      const goTo = client.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: settings.scopes,
        state: attempt.state,
        nonce: attempt.nonce,
        code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
        code_challenge_method: 'S256',
      })
      return { attempt, goTo }
    },

    async finish(query, { state, nonce, verifier }) {
      const config = await configuration()
      const tokens = await client.authorizationCodeGrant(config, new URL(`${redirectUri}${query}`), {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      })
      const claims = tokens.claims()
      if (claims === undefined) throw new Error('The provider sent no ID token')
      // Many providers keep groups out of the ID token, which is to stay small.
      const more =
        claims[settings.groupsClaim] === undefined && config.serverMetadata().userinfo_endpoint !== undefined
          ? await client.fetchUserInfo(config, tokens.access_token, claims.sub)
          : {}
      const said: Readonly<Record<string, unknown>> = { ...more, ...claims }
      return {
        id: claims.sub,
        name:
          textOf(said[settings.nameClaim]) ??
          textOf(said.preferred_username) ??
          textOf(said.email) ??
          claims.sub,
        groups: textsOf(said[settings.groupsClaim]),
        idToken: tokens.id_token ?? null,
      }
    },

    async signOutUrl(idToken) {
      const config = await configuration()
      if (config.serverMetadata().end_session_endpoint === undefined) return null
      return client.buildEndSessionUrl(config, {
        post_logout_redirect_uri: urlBelow(publicUrl, 'sign-in'),
        ...(idToken === null ? {} : { id_token_hint: idToken }),
      }).href
    },
  }
}

/** Asked for when it is first needed, and again where that failed: the app starts while the provider is away. */
function discoveredOnce(
  settings: OidcSettings,
  clientSecret: string | null,
): () => Promise<client.Configuration> {
  let discovering: Promise<client.Configuration> | null = null
  return () => {
    discovering ??= discovered(settings, clientSecret).catch((error: unknown) => {
      discovering = null
      throw error
    })
    return discovering
  }
}

async function discovered(
  { issuer, clientId }: OidcSettings,
  clientSecret: string | null,
): Promise<client.Configuration> {
  // The settings let http:// pass for this machine only.
  const relax = new URL(issuer).protocol === 'http:' ? [allowInsecureLoopback] : []
  const found = await client.discovery(new URL(issuer), clientId, undefined, client.None(), {
    execute: relax,
    timeout: TIMEOUT_SECONDS,
  })
  if (clientSecret === null) return found
  const methods = found.serverMetadata().token_endpoint_auth_methods_supported ?? ['client_secret_basic']
  const authentication = methods.includes('client_secret_basic')
    ? client.ClientSecretBasic
    : client.ClientSecretPost
  const configuration = new client.Configuration(
    found.serverMetadata(),
    clientId,
    undefined,
    authentication(clientSecret),
  )
  configuration.timeout = TIMEOUT_SECONDS
  for (const change of relax) change(configuration)
  return configuration
}

function urlBelow(base: string, path: string): string {
  return new URL(path, base.endsWith('/') ? base : `${base}/`).href
}

function textOf(claim: unknown): string | undefined {
  return typeof claim === 'string' && claim.trim() !== '' ? claim.trim() : undefined
}

/** Some providers send a single group as a text. */
function textsOf(claim: unknown): readonly string[] {
  if (typeof claim === 'string') return [claim]
  return Array.isArray(claim) ? claim.filter((group): group is string => typeof group === 'string') : []
}
