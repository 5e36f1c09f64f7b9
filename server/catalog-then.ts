import type { Slo } from '../src/contract/catalog.ts'
import type { Contract } from '../src/contract/contracts.ts'
import { createLru, type Lru } from './lru.ts'
import type { Catalog } from './ports.ts'

type Version = Slo['versions'][number]

/** Frozen links of the same time share one, and there are few such times. */
const MOST_HELD = 8

type Past = Readonly<{ beginnings: readonly number[]; held: Lru<Catalog> }>
const pasts = new WeakMap<Catalog, Past>()

/** Without what was agreed at this moment or later, in milliseconds since the epoch; the catalog itself where that is nothing. */
export function agreedBefore(catalog: Catalog, ms: number): Catalog {
  const past = pasts.get(catalog) ?? { beginnings: beginningsOf(catalog), held: createLru(MOST_HELD) }
  pasts.set(catalog, past)
  const next = past.beginnings.find((one) => one >= ms)
  if (next === undefined) return catalog
  const then = past.held.get(String(next)) ?? cutAt(catalog, next)
  past.held.set(String(next), then)
  return then
}

/** When versions came in force, oldest first. */
function beginningsOf({ slos, contracts }: Catalog): readonly number[] {
  const versions = [
    ...slos.flatMap(({ versions: agreed, slaVersions = [] }) => [...agreed, ...slaVersions]),
    ...contracts.flatMap(({ versions: agreed }) => agreed),
  ]
  return [...new Set(versions.map(beganAt))].toSorted((a, b) => a - b)
}

function cutAt(catalog: Catalog, ms: number): Catalog {
  const slos = catalog.slos.flatMap((slo) => sloBefore(slo, ms))
  const counts = Map.groupBy(slos, ({ service }) => service)
  return {
    ...catalog,
    services: catalog.services.map((service) => {
      const sloCount = counts.get(service.slug)?.length ?? 0
      return sloCount === service.sloCount ? service : { ...service, sloCount }
    }),
    slos,
    contracts: catalog.contracts.flatMap((contract) => contractBefore(contract, ms)),
  }
}

function sloBefore(slo: Slo, ms: number): readonly Slo[] {
  const { slaVersions, slaTarget, ...agreed } = slo
  const versions = versionsBefore(slo.versions, ms)
  const promised = slaVersions && versionsBefore(slaVersions, ms)
  const inForce = versions.at(-1)
  if (inForce === undefined) return []
  if (versions === slo.versions && promised === slaVersions) return [slo]
  const promise = promised?.at(-1)
  return [
    {
      ...agreed,
      versions,
      target: inForce.target,
      slaTarget: slaVersions === undefined ? slaTarget : (promise?.target ?? null),
      ...(promised && promise !== undefined && { slaVersions: promised }),
    },
  ]
}

function contractBefore(contract: Contract, ms: number): readonly Contract[] {
  const versions = versionsBefore(contract.versions, ms)
  const inForce = versions.at(-1)
  if (inForce === undefined) return []
  return versions === contract.versions ? [contract] : [{ ...contract, versions, target: inForce.target }]
}

function versionsBefore(versions: Slo['versions'], ms: number): Slo['versions'] {
  const before = versions.filter((version) => beganAt(version) < ms)
  return before.length === versions.length ? versions : before
}

function beganAt({ effectiveFrom }: Version): number {
  return Date.parse(effectiveFrom)
}
