/** From the least to the most. */
export const roles = ['viewer', 'team-editor', 'coach', 'admin'] as const
export type Role = (typeof roles)[number]

/** What an API token may be made for; a token never acts for a person. */
export const scopes = ['read', 'read:audit', 'ingest:buckets', 'ingest:records', 'catalog:apply'] as const
export type Scope = (typeof scopes)[number]

/** How it is known who somebody is. `loopback`: nothing is configured, and only this machine can ask. */
export const signInMethods = ['oidc', 'proxy', 'loopback', 'demo'] as const
export type SignInMethod = (typeof signInMethods)[number]

export type Person = Readonly<{
  kind: 'person'
  /** Stable for good, as the provider gives it; a name may change. */
  id: string
  name: string
  role: Role
  /** Slugs of the person's own teams. */
  teams: readonly string[]
  signedInBy: SignInMethod
}>

type Machine = Readonly<{
  kind: 'token'
  /** Of the token, not its secret. */
  id: string
  name: string
  scopes: readonly Scope[]
}>

/** Who asks. The host of the API says it; nothing in a request's body or address can. */
export type Caller = Person | Machine
