import type { UrlCodec } from './codec.ts'

const failures = ['expired', 'refused', 'not-allowed', 'unreachable'] as const

/** Why somebody is not signed in, and where they were going. The server writes these words. */
export type SignInView = Readonly<{
  failure: (typeof failures)[number] | null
  to: string
  isSignedOut: boolean
}>

export const signInViewCodec: UrlCodec<SignInView> = {
  parse: (params) => ({
    failure: failures.find((known) => known === params['failure']) ?? null,
    // The server decides once more where it sends people.
    to: params['to']?.startsWith('/') === true ? params['to'] : '/',
    isSignedOut: params['signed-out'] === 'yes',
  }),

  format: ({ failure, to, isSignedOut }) => ({
    ...(failure !== null && { failure }),
    ...(to !== '/' && { to }),
    ...(isSignedOut && { 'signed-out': 'yes' }),
  }),
}
