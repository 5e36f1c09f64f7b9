/** A field so named is taken to hold a secret, whoever wrote it; the name of an environment variable is none. */
const secretName =
  /secret|password|passwd|token|authorization|cookie|api-?key|credential|connection[ _]?details/i
const namesOnly = /FromEnv$/

/** What of a changed thing may stand in the audit log: all of it but secrets. */
export function auditValue(value: object | null): Readonly<Record<string, unknown>> | null {
  return value === null ? null : withoutSecrets(value)
}

function withoutSecrets(value: object): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]: [string, unknown]) => [
      name,
      secretName.test(name) && !namesOnly.test(name) ? '(not recorded)' : cleaned(inner),
    ]),
  )
}

function cleaned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(cleaned)
  return typeof value === 'object' && value !== null ? withoutSecrets(value) : value
}
