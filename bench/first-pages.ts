/** The first page of each indicator as the app asks for it, then of the lists and pages around them. */
const firstPages: readonly string[] = [
  '/api/indicators/slo-adherence?limit=60',
  '/api/indicators/budget-depletion?limit=60',
  '/api/indicators/budget-curves?limit=20',
  '/api/indicators/kept-overview?limit=60',
  '/api/indicators/slas-by-service?limit=60',
  '/api/indicators/sla-adherence?limit=60',
  '/api/indicators/sla-depletion?limit=60',
  '/api/indicators/sla-curves?limit=20',
  '/api/indicators/endpoints?limit=60',
  '/api/indicators/endpoints?limit=60&by=latency',
  '/api/indicators/ticket-trend?limit=60',
  '/api/indicators/on-call-rotations?limit=60',
  '/api/indicators/recovery-trend?limit=60',
  '/api/budgets',
  '/api/kept-budgets',
  '/api/budget-matrix',
  '/api/roll-up',
  '/api/on-call',
  '/api/slo-breaches',
  '/api/status',
  '/api/slos',
  '/api/services',
  '/api/feeds',
  '/api/incidents',
  '/api/tickets',
  '/api/releases',
  '/api/budgets/payment-gateway.availability.post-charge/prod-eu',
]

type App = (request: Request) => Promise<Response>

export type PageFigures = Readonly<{
  address: string
  /** At 20 at a time, the best of several runs. */
  p95Ms: number
  /** Of this process, a request: it includes the embedded database, and whoever asks. */
  cpuMs: number
  /** The first answer after an hour of the past was written anew. */
  changedMs: number
}>

const CONCURRENCY = 20
const REQUESTS_A_RUN = 200
const RUNS = 4

/** Each page by itself, asked by as many at a time as the target says. `change` writes an hour of the past anew. */
export async function measurePages(app: App, change: () => Promise<void>): Promise<readonly PageFigures[]> {
  const figures: PageFigures[] = []
  for (const address of firstPages) {
    await ask(app, address)
    await change()
    const changedMs = await timed(() => ask(app, address))
    const runs = []
    for (let run = 0; run < RUNS; run += 1) runs.push(await oneRun(() => ask(app, address)))
    const p95Ms = Math.min(...runs.map((run) => run.p95Ms))
    const cpuMs = Math.min(...runs.map((run) => run.cpuMs))
    figures.push({ address, p95Ms, cpuMs, changedMs })
  }
  return figures
}

/** Everybody asks for another page: what is p95 of all of them together. */
export async function measureMixed(app: App): Promise<Omit<PageFigures, 'changedMs'>> {
  const runs = []
  let turn = 0
  const next = () => ask(app, firstPages[turn++ % firstPages.length] ?? '/api/budgets')
  for (let run = 0; run < RUNS; run += 1) runs.push(await oneRun(next))
  return {
    address: 'all of these, each asking for another',
    p95Ms: Math.min(...runs.map((run) => run.p95Ms)),
    cpuMs: Math.min(...runs.map((run) => run.cpuMs)),
  }
}

async function oneRun(request: () => Promise<void>) {
  const latencies: number[] = []
  const viewer = async () => {
    for (let count = 0; count < REQUESTS_A_RUN / CONCURRENCY; count += 1) latencies.push(await timed(request))
  }
  const before = process.cpuUsage()
  await Promise.all(Array.from({ length: CONCURRENCY }, viewer))
  const { user, system } = process.cpuUsage(before)
  return {
    p95Ms: latencies.toSorted((a, b) => a - b)[Math.floor(latencies.length * 0.95)] ?? Number.NaN,
    cpuMs: (user + system) / 1000 / latencies.length,
  }
}

export async function ask(app: App, address: string): Promise<void> {
  const request = new Request(`http://127.0.0.1${address}`, { headers: { 'accept-encoding': 'gzip' } })
  const response = await app(request)
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`${address} answered ${response.status}`)
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}
