import { allowInsecureRequests, type Configuration } from 'openid-client'

/**
 * For a provider on this very machine, as in trying one out: http:// to anywhere else does not pass the settings. The
 * library marks the function as deprecated to make it stand out, which it does here; hence the lint's exception.
 */
export const allowInsecureLoopback: (configuration: Configuration) => void = allowInsecureRequests
