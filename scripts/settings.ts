import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'

import { settingsJsonSchema } from '../server/settings/settings-schema.ts'
import { readSettings } from '../server/settings/settings.ts'

const USAGE = `Usage: npm run settings -- COMMAND

  check [FILE]          every mistake in the file (else CONFIG, else sre-indicators.yaml) and the environment
  schema [FILE]         the JSON Schema of the file, for editors; to the terminal, or into FILE`

/** npm runs scripts in the package's own folder; paths are meant from where the person stands. */
const startedIn = process.env['INIT_CWD'] ?? process.cwd()

const [command, file, ...rest] = process.argv.slice(2)
const path = file === undefined ? undefined : resolve(startedIn, file)
if (rest.length === 0 && command === 'check') check()
else if (rest.length === 0 && command === 'schema') writeSchema()
else {
  console.error(USAGE)
  process.exitCode = 2
}

function check(): void {
  try {
    readSettings({ ...process.env, ...(path === undefined ? {} : { CONFIG: path }) })
    console.log('The settings are right')
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}

function writeSchema(): void {
  const text = `${JSON.stringify(settingsJsonSchema(), null, 2)}\n`
  if (path === undefined) process.stdout.write(text)
  else writeFileSync(path, text)
}
