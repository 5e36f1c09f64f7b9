type SloPlace = Readonly<{ service: string; sli: string; slo: string }>

/** By which an SLO is named everywhere: its address without team and deployment. */
export function sloIdOf({ service, sli, slo }: SloPlace): string {
  return `${service}.${sli}.${slo}`
}
