import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { tmpdir } from 'node:os'
import { join, posix } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { parse } from 'yaml'

import { readSettings } from '../server/settings/settings.ts'
import { importsOf } from './import-directions.ts'

vi.setConfig({ testTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'sre-container-'))
afterAll(() => rmSync(folder, { recursive: true }))

const read = (path: string) => readFileSync(path, 'utf8')
const lines = (path: string) => read(path).split('\n')

/** What each stage takes from the build's context; what comes from other stages is theirs to have. */
const stages = read('Dockerfile')
  .split(/^FROM /m)
  .slice(1)
  .map((stage) => ({
    name: / AS (\w+)/.exec(stage.split('\n')[0] ?? '')?.[1] ?? 'final',
    copied: [...stage.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, sources = '']) =>
      sources.split(' '),
    ),
  }))
const copiedBy = (name: string) => stages.find((stage) => stage.name === name)?.copied ?? []

const isWithin = (file: string, places: readonly string[]) =>
  places.some((place) => file === place || file.startsWith(`${place}/`))

/** Every file that runs with this one, and every package. */
function closure(entry: string): Readonly<{ files: ReadonlySet<string>; packages: ReadonlySet<string> }> {
  const files = new Set([entry])
  const packages = new Set<string>()
  for (const file of files) {
    const source = read(file).replaceAll(/^import type [^]*?from '[^']+'$/gm, '')
    for (const specifier of importsOf(source)) {
      if (specifier.startsWith('.')) files.add(posix.join(posix.dirname(file), specifier))
      else if (!specifier.startsWith('node:')) packages.add(packageOf(specifier))
    }
  }
  return { files, packages }
}

function packageOf(specifier: string): string {
  const [scope = '', name = ''] = specifier.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

describe('the image', () => {
  test('every stage copies what is there and what the context lets through', () => {
    const letIn = lines('.dockerignore').flatMap((line) => (line.startsWith('!') ? [line.slice(1)] : []))
    expect(stages.map(({ name }) => name)).toEqual(['build', 'dependencies', 'final'])
    for (const path of stages.flatMap(({ copied }) => copied.map((source) => source.replace('./', '')))) {
      expect(existsSync(path), path).toBe(true)
      expect(letIn, path).toContain(path)
    }
  })

  test('the last stage has every file that the server runs, and the install every package', () => {
    const { files, packages } = closure('server/main.ts')
    expect(files.size).toBeGreaterThan(100)
    expect([...files].filter((file) => !isWithin(file, copiedBy('final')))).toEqual([])
    expect([...files].filter((file) => /\.test\.tsx?$|\/testing\//.test(file))).toEqual([])
    const { dependencies } = JSON.parse(read('package.json'))
    expect([...packages].filter((name) => !(name in dependencies) && !builtinModules.includes(name))).toEqual(
      [],
    )
    expect([...packages]).toContain('pg')
  })

  test('the build stage has all that a build is made of', () => {
    const needed = ['index.html', 'vite.config.ts', 'public', 'src', 'mocks', 'server', 'scripts/compress.ts']
    expect(needed.filter((path) => !isWithin(path, copiedBy('build')))).toEqual([])
  })

  test('it runs as nobody in particular, and its one place for data is its own', () => {
    const final =
      read('Dockerfile')
        .split(/^FROM /m)
        .at(-1) ?? ''
    expect(final).toMatch(/^USER node$/m)
    // Where data are kept when nothing is set.
    expect(final).toContain('ln -s /data /app/data')
    expect(final.indexOf('chown node:node /data')).toBeLessThan(final.indexOf('USER node'))
    expect(final).toMatch(/^HEALTHCHECK .*\n? .*\/healthz/m)
  })
})

type Service = Readonly<{
  environment?: Readonly<Record<string, string>>
  volumes?: readonly string[]
  read_only?: boolean
  depends_on?: readonly string[] | Readonly<Record<string, unknown>>
  ports?: readonly string[]
}>

describe('the composition', () => {
  const compose: Readonly<{
    services: Readonly<Record<string, Service>>
    volumes: Readonly<Record<string, unknown>>
  }> = parse(read('compose.yaml'), { merge: true })
  const services = Object.entries(compose.services)

  test('whatever is mounted is there, and whoever is waited for too', () => {
    for (const [name, { volumes = [], depends_on: awaited = [] }] of services) {
      for (const volume of volumes) {
        const [source = ''] = volume.split(':')
        expect(
          source.startsWith('./') ? existsSync(source) : source in compose.volumes,
          `${name}: ${source}`,
        ).toBe(true)
      }
      const names = Array.isArray(awaited) ? awaited : Object.keys(awaited)
      expect(names.filter((other) => !(other in compose.services))).toEqual([])
    }
  })

  test('every secret has to be given, and nothing is open to other machines', () => {
    const asked = [...read('compose.yaml').matchAll(/\$\{(\w+)([^}]*)\}/g)]
    expect(asked.length).toBeGreaterThan(4)
    const example = lines('examples/compose/env.example').map((line) => line.split('=')[0])
    for (const [, name, rule] of asked) {
      expect(rule, name).toMatch(/^:\?/)
      expect(example).toContain(name)
    }
    for (const [, { ports = [] }] of services)
      for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:/)
    expect(compose.services['server']).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
  })

  test('the settings of the server are right', () => {
    const environment = compose.services['server']?.environment ?? {}
    const given = Object.fromEntries(Object.keys(environment).map((name) => [name, 'given']))
    const settings = readSettings({
      ...given,
      CONFIG: 'examples/compose/sre-indicators.yaml',
      DATABASE_URL: 'postgres://sre:given@postgres:5432/sre',
    })
    expect(settings.server.metrics.tokenFromEnv).toBe('METRICS_TOKEN')
    expect(settings.storePlace).toHaveProperty('databaseUrl')
    expect(compose.services['server']?.volumes).toContain(
      `./examples/compose/catalog:${settings.catalog.path}:ro`,
    )
  })

  test('the catalog that watches the app itself has no mistake', () => {
    const { status, stdout } = spawnSync(
      process.execPath,
      ['scripts/catalog.ts', 'check', 'examples/compose/catalog'],
      { encoding: 'utf8' },
    )
    expect({ status, stdout }).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('0 errors, 0 warnings'),
    })
  })

  const hasPromtool = spawnSync('promtool', ['--version']).status === 0
  test.runIf(hasPromtool)('Prometheus takes its settings (needs promtool)', () => {
    const token = join(folder, 'token')
    writeFileSync(token, 'given')
    const checked = join(folder, 'prometheus.yml')
    writeFileSync(
      checked,
      read('examples/compose/prometheus.yml').replace('/run/secrets/metrics_token', token),
    )
    const { status, stderr } = spawnSync('promtool', ['check', 'config', checked], { encoding: 'utf8' })
    expect({ status, stderr }).toMatchObject({ status: 0 })
    expect(statSync('examples/compose/Caddyfile').isFile()).toBe(true)
  })
})
