/** Tells scanners of repositories and people what they found. */
const MARK = 'sri'
const ID_BYTES = 5
/** 256 bits: beyond guessing, so a fast hash without salt keeps it well. */
const SECRET_BYTES = 32

/** `sri_<id>_<secret>`: the id names the token in lists and logs, the rest is known to its holder alone. */
export function newTokenSecret(): Readonly<{ id: string; secret: string }> {
  const id = hex(crypto.getRandomValues(new Uint8Array(ID_BYTES)))
  return { id, secret: `${MARK}_${id}_${hex(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)))}` }
}

/** Tells a token from whatever else is sent as a password. */
export function isTokenSecret(text: string): boolean {
  return text.startsWith(`${MARK}_`)
}

export function prefixOf(secret: string): string {
  return secret.slice(0, secret.lastIndexOf('_'))
}

export async function sha256(text: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
