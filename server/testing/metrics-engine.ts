import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { freePort } from './free-port.ts'
import { isInstalled } from './installed-program.ts'

/** A series as it was scraped: its name with labels, and what it was when. */
export type ScrapedSeries = Readonly<{
  name: string
  labels: Readonly<Record<string, string>>
  type: 'counter' | 'gauge'
  /** Seconds since 1970, ascending. */
  seconds: readonly number[]
  values: readonly number[]
}>

/** A running engine over data of its own; it can be stopped and started again on the same address. */
export type MetricsEngine = Readonly<{
  url: string
  /** Killed, where nothing else is asked for. */
  halt(signal?: NodeJS.Signals): Promise<void>
  resume(): Promise<void>
  stop(): Promise<void>
}>

type Launch = Readonly<{ program: string; args: readonly string[]; readyPath: string; url: string }>

export const metricsEngines = [
  { engine: 'Prometheus', program: 'prometheus', start: startPrometheus, isExact: false },
  { engine: 'VictoriaMetrics', program: 'victoria-metrics', start: startVictoriaMetrics, isExact: true },
].map((engine) => ({ ...engine, isMissing: !isInstalled(engine.program) }))

async function startPrometheus(series: readonly ScrapedSeries[]): Promise<MetricsEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'sre-prometheus-'))
  const data = join(folder, 'data')
  const scraped = join(folder, 'scraped.om')
  writeOpenMetrics(scraped, series)
  const flags = ['tsdb', 'create-blocks-from', 'openmetrics', '--max-block-duration=384h', '--quiet']
  const made = spawnSync('promtool', [...flags, scraped, data], { encoding: 'utf8' })
  if (made.status !== 0) throw new Error(`promtool failed: ${made.stderr || made.stdout}`)
  const config = join(folder, 'prometheus.yml')
  writeFileSync(config, '{}\n')
  const port = await freePort()
  const launch = {
    program: 'prometheus',
    url: `http://127.0.0.1:${port}`,
    readyPath: '/-/ready',
    args: [
      `--config.file=${config}`,
      `--storage.tsdb.path=${data}`,
      '--storage.tsdb.retention.time=100y',
      `--web.listen-address=127.0.0.1:${port}`,
    ],
  }
  return engineAt(launch, folder)
}

async function startVictoriaMetrics(series: readonly ScrapedSeries[]): Promise<MetricsEngine> {
  const folder = mkdtempSync(join(tmpdir(), 'sre-victoria-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const args = [
    `-storageDataPath=${join(folder, 'data')}`,
    `-httpListenAddr=127.0.0.1:${port}`,
    '-retentionPeriod=100y',
  ]
  const engine = await engineAt({ program: 'victoria-metrics', url, readyPath: '/health', args }, folder)
  for (const one of series) {
    const body = one.seconds
      .map((seconds, index) => `${identityOf(one)} ${one.values[index]} ${seconds * 1000}`)
      .join('\n')
    const { ok, status } = await fetch(`${url}/api/v1/import/prometheus`, { method: 'POST', body })
    if (!ok) throw new Error(`VictoriaMetrics refused the data: HTTP ${status}`)
  }
  // What it has in memory would be gone when a test kills it.
  await engine.halt('SIGTERM')
  await engine.resume()
  return engine
}

async function engineAt(launch: Launch, folder: string): Promise<MetricsEngine> {
  let running: ChildProcess | null = await launched(launch)
  const halt = async (signal: NodeJS.Signals = 'SIGKILL') => {
    const ending = running
    running = null
    if (ending === null || ending.exitCode !== null) return
    ending.kill(signal)
    await once(ending, 'exit')
  }
  return {
    url: launch.url,
    halt,
    async resume() {
      running ??= await launched(launch)
    },
    async stop() {
      await halt()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function launched({ program, args, readyPath, url }: Launch): Promise<ChildProcess> {
  const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  let failure: Error | null = null
  // Read for as long as it runs: a pipe that nobody empties would stop it.
  child.stderr.on('data', (chunk) => {
    said = `${said}${String(chunk)}`.slice(-4000)
  })
  child.once('error', (error) => {
    failure = error
  })
  while (!(await isReady(`${url}${readyPath}`))) {
    if (failure !== null || child.exitCode !== null)
      throw new Error(`${program} did not start: ${failure ?? said}`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return child
}

async function isReady(address: string): Promise<boolean> {
  try {
    return (await fetch(address)).ok
  } catch {
    return false
  }
}

/** A series at a time: all of them together may be longer than a string can be. */
function writeOpenMetrics(file: string, series: readonly ScrapedSeries[]): void {
  const open = openSync(file, 'w')
  // A family stands together, and once.
  for (const [family, members] of Map.groupBy(series, familyOf)) {
    writeSync(open, `# TYPE ${family} ${members[0]?.type ?? 'gauge'}\n`)
    for (const one of members) {
      const identity = identityOf(one)
      writeSync(
        open,
        one.seconds.map((seconds, index) => `${identity} ${one.values[index]} ${seconds}\n`).join(''),
      )
    }
  }
  writeSync(open, '# EOF\n')
  closeSync(open)
}

const familyOf = ({ name, type }: ScrapedSeries) => (type === 'counter' ? name.replace(/_total$/, '') : name)

function identityOf({ name, labels }: ScrapedSeries): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${value}"`)
  return `${name}{${pairs.join(',')}}`
}
