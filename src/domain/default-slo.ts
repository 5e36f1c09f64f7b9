export type SloObjective = Readonly<{ target: number; thresholdMs: number | null }>

type Flavored = Readonly<{ flavor: 'explicit' | 'default' }>

export type EffectiveSlo = SloObjective & Flavored

/** The SLOs that hold for one endpoint and one SLI: its explicit ones, else the service's default, else none. */
export function effectiveSlos(
  explicit: readonly SloObjective[],
  serviceDefault: SloObjective | null,
): readonly EffectiveSlo[] {
  if (explicit.length > 0) return explicit.map((objective) => ({ ...objective, flavor: 'explicit' }))
  return serviceDefault ? [{ ...serviceDefault, flavor: 'default' }] : []
}

/** Nobody chose a default's target with care, so every list can hide them. */
export function listedSlos<Slo extends Flavored>(
  slos: readonly Slo[],
  showDefaults: boolean,
): readonly Slo[] {
  return showDefaults ? slos : slos.filter(({ flavor }) => flavor === 'explicit')
}
