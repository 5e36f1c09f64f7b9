/** Prometheus' text format 0.0.4. Names and labels are ours, so only their values are escaped. */
export const METRICS_TYPE = 'text/plain; version=0.0.4; charset=utf-8'

type Labels = Readonly<Record<string, string>>
type Sample = Readonly<{ labels?: Labels; value: number }>
type Kind = 'counter' | 'gauge' | 'histogram'

type Counter = Readonly<{ add(labels?: Labels, amount?: number): void }>
type Histogram = Readonly<{ observe(value: number, labels?: Labels): void }>

export type MetricRegistry = Readonly<{
  counter(name: string, help: string): Counter
  histogram(name: string, help: string, bounds: readonly number[]): Histogram
  /** Read when somebody asks; what cannot be read is left out and told, the rest is still given. */
  reading(
    name: string,
    kind: 'counter' | 'gauge',
    help: string,
    read: () => readonly Sample[] | Promise<readonly Sample[]>,
  ): void
  text(): Promise<string>
}>

type Family = Readonly<{ name: string; kind: Kind; help: string; lines: () => Promise<readonly string[]> }>

export function createMetricRegistry(report: (error: unknown) => void): MetricRegistry {
  const families: Family[] = []
  const add = (name: string, kind: Kind, help: string, lines: Family['lines']) => {
    if (families.some((family) => family.name === name)) throw new Error(`There are two metrics ${name}`)
    families.push({ name, kind, help, lines })
  }
  return {
    counter(name, help) {
      const values = new Map<string, number>()
      add(name, 'counter', help, async () =>
        [...values].map(([labels, value]) => sampleLine(name, labels, value)),
      )
      return {
        add: (labels = {}, amount = 1) => {
          const key = labelText(labels)
          values.set(key, (values.get(key) ?? 0) + amount)
        },
      }
    },
    histogram(name, help, bounds) {
      const values = new Map<string, Distribution>()
      add(name, 'histogram', help, async () =>
        [...values].flatMap(([labels, distribution]) => histogramLines(name, labels, bounds, distribution)),
      )
      return {
        observe: (value, labels = {}) => {
          const key = labelText(labels)
          const distribution = values.get(key) ?? emptyDistribution(bounds)
          values.set(key, distribution)
          note(distribution, bounds, value)
        },
      }
    },
    reading(name, kind, help, read) {
      add(name, kind, help, async () =>
        (await read()).map(({ labels = {}, value }) => sampleLine(name, labelText(labels), value)),
      )
    },
    async text() {
      const blocks = await Promise.all(families.map((family) => familyText(family, report)))
      return blocks.join('')
    },
  }
}

async function familyText(
  { name, kind, help, lines }: Family,
  report: (error: unknown) => void,
): Promise<string> {
  try {
    const samples = await lines()
    if (samples.length === 0) return ''
    return [`# HELP ${name} ${help}`, `# TYPE ${name} ${kind}`, ...samples, ''].join('\n')
  } catch (error) {
    report(error)
    return ''
  }
}

type Distribution = { counts: number[]; sum: number; count: number }

const emptyDistribution = (bounds: readonly number[]): Distribution => ({
  counts: bounds.map(() => 0),
  sum: 0,
  count: 0,
})

function note(distribution: Distribution, bounds: readonly number[], value: number): void {
  distribution.sum += value
  distribution.count += 1
  const slot = bounds.findIndex((bound) => value <= bound)
  if (slot >= 0) distribution.counts[slot] = (distribution.counts[slot] ?? 0) + 1
}

function histogramLines(
  name: string,
  labels: string,
  bounds: readonly number[],
  { counts, sum, count }: Distribution,
): readonly string[] {
  let below = 0
  const buckets = bounds.map((bound, slot) => {
    below += counts[slot] ?? 0
    return sampleLine(`${name}_bucket`, joined(labels, `le="${bound}"`), below)
  })
  return [
    ...buckets,
    sampleLine(`${name}_bucket`, joined(labels, 'le="+Inf"'), count),
    sampleLine(`${name}_sum`, labels, sum),
    sampleLine(`${name}_count`, labels, count),
  ]
}

const joined = (labels: string, more: string) => (labels === '' ? more : `${labels},${more}`)

const sampleLine = (name: string, labels: string, value: number) =>
  `${name}${labels === '' ? '' : `{${labels}}`} ${value}`

function labelText(labels: Labels): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(',')
}

const escaped = (value: string) =>
  value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
