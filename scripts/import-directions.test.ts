import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

import { importsOf, objection, roomOf, rooms } from './import-directions.ts'

const files = ['src', 'server', 'mocks', 'e2e'].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => join(folder, path)),
)
const importsIn = (file: string) => importsOf(readFileSync(file, 'utf8'))

describe('the code as it stands', () => {
  test('every file stands in a room and imports only what that room may know', () => {
    expect(files.length).toBeGreaterThan(0)
    const objections = files.flatMap((file) =>
      roomOf(file)
        ? importsIn(file).map((specifier) => objection(file, specifier))
        : `${file} stands in no room`,
    )
    expect(objections.filter((reason) => reason !== undefined)).toEqual([])
  })

  test('the domain imports nothing outside itself', () => {
    const domain = files.filter(
      (file) => file.startsWith('src/domain/') && !/\.test\.ts$|\/testing\//.test(file),
    )
    expect(domain.length).toBeGreaterThan(0)
    expect(domain.flatMap(importsIn).filter((specifier) => !specifier.startsWith('./'))).toEqual([])
  })

  test('one guarded dynamic import starts the mock', () => {
    const main = readFileSync('src/main.tsx', 'utf8')
    expect(main).toMatch(
      /if \(__MOCK_API__\) \{\s+const \{ \w+ \} = await import\('\.\.\/mocks\/browser\.ts'\)/,
    )
    expect(importsOf(main).filter((specifier) => specifier.includes('mocks'))).toHaveLength(1)
  })
})

describe('the table of rooms', () => {
  test('a room knows only rooms listed before it, so no two can know each other', () => {
    for (const [place, { path, rooms: known }] of rooms.entries()) {
      const before = rooms.slice(0, place).map((room) => room.path)
      expect(
        known.filter((name) => !before.includes(name)),
        path,
      ).toEqual([])
    }
  })

  test('each room has one import ban in the lint configuration: a second one would silently replace it', () => {
    const { overrides }: LintConfig = JSON.parse(readFileSync('.oxlintrc.json', 'utf8'))
    const banned = overrides.flatMap(({ files: globs, rules }) =>
      'no-restricted-imports' in rules ? globs : [],
    )
    expect(new Set(banned).size).toBe(banned.length)
    const folders = rooms.map(({ path }) => path).filter((path) => !/\.tsx?$/.test(path))
    expect(folders.filter((path) => !banned.includes(`${path}/**`))).toEqual([])
  })
})

describe('the check itself', () => {
  test.each([
    ['src/domain/period.ts', '../contract/budget.ts'],
    ['src/domain/period.ts', 'zod/mini'],
    ['src/domain/period.ts', 'node:fs'],
    ['src/contract/budget.ts', '../api/http.ts'],
    ['src/contract/budget.ts', 'zod'],
    ['src/api/http.ts', '../url/paths.ts'],
    ['src/stores/preferences.ts', '../api/http.ts'],
    ['src/ui/data-table.tsx', '@tanstack/react-query'],
    ['src/ui/data-table.tsx', '../charts/line.tsx'],
    ['src/charts/line.tsx', '../api/http.ts'],
    ['src/features/slo/chart.tsx', 'recharts'],
    ['src/features/slo/chart.tsx', '../on-call/fire.tsx'],
    ['src/features/slo/chart.tsx', '../../app/router.tsx'],
    ['src/features/slo/chart.test.tsx', '../on-call/fire.tsx'],
    ['src/app/router.tsx', '../../mocks/browser.ts'],
    ['src/app/router.tsx', '../../server/api.ts'],
    ['server/routes/slos.ts', '../stores/memory.ts'],
    ['server/api.ts', 'node:fs'],
    ['server/stores/memory.ts', '../main.ts'],
    ['mocks/browser.ts', '../server/stores/memory.ts'],
    ['mocks/browser.ts', 'node:fs'],
    ['e2e/slo.spec.ts', '../src/domain/period.ts'],
    ['src/helpers/dates.ts', './hours.ts'],
  ])('%s may not import %s', (file, specifier) => {
    expect(objection(file, specifier)).toContain(file)
  })

  test.each([
    ['src/domain/period.ts', './hours.ts'],
    ['src/domain/period.test.ts', 'fast-check'],
    ['src/contract/budget.ts', '../domain/period.ts'],
    ['src/features/slo/chart.tsx', '../../charts/line.tsx'],
    ['src/features/slo/parts/row.tsx', '../chart.tsx'],
    ['src/app/pages/slo-page.tsx', '../../features/slo/chart.tsx'],
    ['server/routes/slos.ts', '../ports.ts'],
    ['server/api.test.ts', '../mocks/organization/world.ts'],
    ['mocks/browser.ts', '../server/api.ts'],
    ['server/main.ts', 'node:http'],
  ])('%s may import %s', (file, specifier) => {
    expect(objection(file, specifier)).toBeUndefined()
  })

  test('no way of writing an import escapes it', () => {
    const source = [
      `import a from 'a'`,
      `import type { B } from './b.ts'`,
      `import {`,
      `  c,`,
      `} from '../c.ts'`,
      `import './d.css'`,
      `export { e } from "e"`,
      `export type * from 'f'`,
      `const g = () => import('./g.tsx')`,
      `const h = 'from the archive'`,
    ].join('\n')
    expect(importsOf(source)).toEqual(['a', './b.ts', '../c.ts', './d.css', 'e', 'f', './g.tsx'])
  })
})

type LintConfig = Readonly<{ overrides: readonly Readonly<{ files: readonly string[]; rules: object }>[] }>
