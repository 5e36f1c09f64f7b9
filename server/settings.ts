/** Where data are kept: PostgreSQL by its address, or an embedded database in a folder. */
export type StorePlace = Readonly<{ databaseUrl: string }> | Readonly<{ dataFolder: string }>

export type Settings = Readonly<{
  port: number
  host: string
  seed: number | undefined
  serviceCount: number | undefined
  /** Null where nothing is kept: the simulated organization is computed as it is asked for. */
  store: StorePlace | null
  /** A new store begins without the simulated organization. */
  startsEmpty: boolean
}>

type Environment = Readonly<Record<string, string | undefined>>

/** A setting that is wrong stops the start: a server on another port than asked for would be looked for in vain. */
export function settingsFrom(environment: Environment, words: readonly string[] = []): Settings {
  const store = storePlace(environment)
  const startsEmpty = words.includes('--empty')
  const unknown = words.find((word) => word !== '--empty')
  if (unknown !== undefined) throw new Error(`"${unknown}" is not known here; there is --empty`)
  if (startsEmpty && store === null)
    throw new Error('--empty needs a place to keep data: set DATA_DIR to a folder, or DATABASE_URL')
  return {
    port: wholeNumber(environment, 'PORT', 0, 65_535) ?? 4180,
    host: environment.HOST || '127.0.0.1',
    seed: wholeNumber(environment, 'SEED', 0, 2 ** 32 - 1),
    serviceCount: wholeNumber(environment, 'SERVICES', 1, 100_000),
    store,
    startsEmpty,
  }
}

export function storePlace({ DATABASE_URL, DATA_DIR }: Environment): StorePlace | null {
  if (DATABASE_URL && DATA_DIR)
    throw new Error('DATABASE_URL and DATA_DIR are both set; data can be kept in one place only')
  if (DATABASE_URL) {
    // The address itself may hold a password, so it is not repeated.
    if (!/^postgres(?:ql)?:\/\//.test(DATABASE_URL))
      throw new Error('DATABASE_URL must look like postgres://user:password@host:5432/name')
    return { databaseUrl: DATABASE_URL }
  }
  return DATA_DIR ? { dataFolder: DATA_DIR } : null
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
