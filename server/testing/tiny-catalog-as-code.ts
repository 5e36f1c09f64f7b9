import fc from 'fast-check'

import type { CodedSlo, SloCatalog } from '../sources/slo-as-code/slo-catalog.ts'
import { applyCatalog, type Application } from '../stores/sql/catalog-apply.ts'
import { planCatalog } from '../stores/sql/catalog-plan.ts'
import { readCodedCatalog } from '../stores/sql/coded-catalog-rows.ts'
import type { Sql } from '../stores/sql/sql.ts'
import { tinyCatalog } from './tiny-organization.ts'

const cart = 'cart.availability.get-cart'
const ids = tinyCatalog.slos.map(({ id }) => id).toSorted()

/** What the files of the tiny organization may say. */
export type TinyFiles = Readonly<{
  slos: readonly string[]
  /** Of the cart's availability. */
  target: number
  slaTarget: number | null
  deployments: readonly string[]
  cartIsOf: 'buying' | 'finding'
  teamName: string
  contractTarget: number
}>

export const tinyFiles: TinyFiles = {
  slos: ids,
  target: 0.99,
  slaTarget: 0.98,
  deployments: ['lab', 'north'],
  cartIsOf: 'buying',
  teamName: 'Buying',
  contractTarget: 0.97,
}

export const anyTinyFiles: fc.Arbitrary<TinyFiles> = fc.record({
  slos: fc.subarray(ids).map((some) => some.toSorted()),
  target: fc.constantFrom(0.99, 0.9),
  slaTarget: fc.constantFrom(0.98, 0.8, null),
  deployments: fc.constantFrom(['lab', 'north'], ['lab'], ['north']),
  cartIsOf: fc.constantFrom('buying', 'finding'),
  teamName: fc.constantFrom('Buying', 'Selling'),
  contractTarget: fc.constantFrom(0.97, 0.7),
})

/** The tiny organization as files say it, which is how a catalog changes. */
export function tinyCatalogAsCode(files: TinyFiles): SloCatalog {
  const known = new Set(files.slos)
  return {
    organization: { slug: 'tiny', name: 'Tiny' },
    periodScheme: { kind: 'four-weeks' },
    teams: [
      { slug: 'buying', name: files.teamName },
      { slug: 'finding', name: 'Finding' },
    ],
    deployments: tinyCatalog.deployments.toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
    services: tinyCatalog.services
      .map(({ slug, name, team, description, deployments }) => ({
        slug,
        name,
        team: slug === 'cart' ? files.cartIsOf : team,
        description,
        deployments: deployments.toSorted(),
        facts: null,
      }))
      .toSorted((a, b) => (a.slug < b.slug ? -1 : 1)),
    dataSources: [],
    defaultSlos: [],
    slos: tinyCatalog.slos
      .filter(({ id }) => known.has(id))
      .map((slo): CodedSlo => ({
        id: slo.id,
        slug: slo.slug,
        service: slo.service,
        sli: slo.sli,
        flavor: slo.flavor,
        priority: slo.priority,
        thresholdMs: slo.thresholdMs,
        target: slo.id === cart ? files.target : slo.target,
        slaTarget: slo.id === cart ? files.slaTarget : slo.slaTarget,
        deployments: slo.id === cart ? files.deployments : slo.deployments,
        runbook: null,
        name: slo.id,
        description: '',
        endpoint: `GET ${slo.endpoint.path}`,
        window: null,
        method: { kind: 'occurrences' },
        measurement: {
          kind: 'ratio',
          of: 'good',
          ratio: { promql: 'up', reading: 'events', source: null },
        },
      }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    contracts: tinyCatalog.contracts
      .filter(() => known.has(cart) && files.slaTarget !== null)
      .map(({ versions: _versions, customers, ...contract }) => ({
        ...contract,
        target: files.contractTarget,
        customers: customers.map(({ name }) => name),
        deployments: [...files.deployments],
      })),
    policies: [],
    rotations: [],
  }
}

export const application = (at: number): Application => ({
  author: 'Ada',
  at,
  reason: 'Agreed anew',
  source: 'slos',
  origins: new Map(),
  reasons: new Map(),
})

/** As a folder that is followed is applied. */
export async function applyTinyFiles(sql: Sql, files: TinyFiles, at: number): Promise<void> {
  const plan = planCatalog(await readCodedCatalog(sql), tinyCatalogAsCode(files))
  await applyCatalog(sql, plan, application(at))
}
