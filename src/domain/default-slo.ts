export type SloObjective = Readonly<{ target: number; thresholdMs: number | null }>

export type EffectiveSlo = SloObjective & Readonly<{ flavor: 'explicit' | 'default' }>

/** The SLOs that hold for one endpoint and one SLI: its explicit ones, else the service's default, else none. */
export function effectiveSlos(
  _explicit: readonly SloObjective[],
  _serviceDefault: SloObjective | null,
): readonly EffectiveSlo[] {
  throw new Error('not written yet')
}
