export type Settings = Readonly<{
  port: number
  host: string
  seed: number | undefined
  serviceCount: number | undefined
}>

type Environment = Readonly<Record<string, string | undefined>>

/** A setting that is wrong stops the start: a server on another port than asked for would be looked for in vain. */
export function settingsFrom(environment: Environment): Settings {
  return {
    port: wholeNumber(environment, 'PORT', 0, 65_535) ?? 4180,
    host: environment.HOST || '127.0.0.1',
    seed: wholeNumber(environment, 'SEED', 0, 2 ** 32 - 1),
    serviceCount: wholeNumber(environment, 'SERVICES', 1, 100_000),
  }
}

function wholeNumber(
  environment: Environment,
  name: string,
  least: number,
  most: number,
): number | undefined {
  const text = environment[name]
  if (text === undefined || text === '') return undefined
  const value = Number(text)
  if (Number.isInteger(value) && value >= least && value <= most) return value
  throw new Error(`${name} is "${text}"; it must be a whole number from ${least} to ${most}`)
}
