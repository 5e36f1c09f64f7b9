import { describe, expect, test } from 'vitest'

import {
  deploymentSchema,
  endpointSchema,
  releaseSchema,
  serviceSchema,
  sliSchema,
  sloSchema,
} from '../../src/contract/catalog.ts'
import { createOrganization } from './organization.ts'
import { NOW } from './testing/world.ts'

const now = () => NOW
const organization = createOrganization({ now })
const catalog = await organization.catalog()

describe('the catalog of Harbourline', () => {
  test('has the size the screens are designed for', () => {
    const series = catalog.slos.flatMap((slo) => slo.deployments)
    expect(catalog.teams).toHaveLength(6)
    expect(catalog.services).toHaveLength(24)
    expect(catalog.deployments.filter(({ kind }) => kind === 'production')).toHaveLength(3)
    expect(catalog.slis).toHaveLength(4)
    expect(catalog.endpoints.length).toBeGreaterThanOrEqual(60)
    expect(catalog.endpoints.length).toBeLessThanOrEqual(80)
    expect(series.length).toBeGreaterThanOrEqual(180)
    expect(series.length).toBeLessThanOrEqual(260)
    for (const { slug } of catalog.teams) {
      expect(catalog.services.filter(({ team }) => team === slug)).toHaveLength(4)
    }
  })

  test('is what the contract says, one object after the other', async () => {
    const releases = await organization.releases.list({ fromHour: 0, toHour: Number.MAX_SAFE_INTEGER })
    const parsed = [
      ...catalog.deployments.map((one) => deploymentSchema.safeParse(one)),
      ...catalog.services.map((one) => serviceSchema.safeParse(one)),
      ...catalog.endpoints.map((one) => endpointSchema.safeParse(one)),
      ...catalog.slis.map((one) => sliSchema.safeParse(one)),
      ...catalog.slos.map((one) => sloSchema.safeParse(one)),
      ...releases.map((one) => releaseSchema.safeParse(one)),
    ]
    expect(parsed.filter(({ success }) => !success)).toEqual([])
  })

  test('names everything once', () => {
    const names = [
      catalog.slos.map(({ id }) => id),
      catalog.services.map(({ slug }) => slug),
      catalog.endpoints.map(({ service, slug }) => `${service} ${slug}`),
    ]
    for (const list of names) expect(new Set(list).size).toBe(list.length)
  })

  test('builds ids from service, SLI and endpoint, never from the target', () => {
    const ids = catalog.slos.map(({ id }) => id)
    expect(ids).toContain('payment-gateway.availability.post-charge')
    expect(ids).toContain('payment-gateway.latency.post-charge-400ms')
    expect(ids).toContain('payment-gateway.availability.default-get-charge-id')
    for (const { id, service, sli, slug } of catalog.slos) expect(id).toBe(`${service}.${sli}.${slug}`)
  })

  test('gives a default SLO only where there is no explicit one', () => {
    for (const { flavor, endpoint, sli } of catalog.slos) {
      const sameSli = catalog.slos.filter(
        (other) =>
          other.service === endpoint.service && other.endpoint.slug === endpoint.slug && other.sli === sli,
      )
      expect(sameSli.every((other) => other.flavor === flavor)).toBe(true)
    }
  })

  test('promises customers less than the teams promise each other', () => {
    const promised = catalog.slos.filter(({ slaTarget }) => slaTarget !== null)
    expect(promised.length).toBeGreaterThan(5)
    for (const { slaTarget, target } of promised) expect(slaTarget).toBeLessThan(target)
  })

  test('rests contracts on SLOs that have an SLA and run where the contract holds', () => {
    expect(catalog.contracts.length).toBe(4)
    for (const { parts, deployments, journey } of catalog.contracts) {
      const ids = journey === null ? parts : [...parts, journey]
      const slos = ids.map((id) => catalog.slos.find((slo) => slo.id === id))
      for (const slo of slos) expect(slo?.deployments).toEqual(expect.arrayContaining(deployments))
      for (const slo of slos.slice(0, parts.length)) expect(slo?.slaTarget).not.toBeNull()
    }
  })

  test('has teams at different stages, one with nothing but defaults and one service without any SLO', () => {
    const explicitOf = (team: string) =>
      catalog.slos.filter((slo) => slo.team === team && slo.flavor === 'explicit').length
    expect(explicitOf('fleet')).toBe(0)
    expect(explicitOf('identity')).toBeGreaterThan(0)
    expect(explicitOf('payments')).toBeGreaterThan(3 * explicitOf('identity'))
    expect(catalog.services.filter(({ sloCount }) => sloCount === 0).map(({ slug }) => slug)).toEqual([
      'recommendations',
    ])
  })

  test('only names services that exist as dependencies', () => {
    const slugs = new Set(catalog.services.map(({ slug }) => slug))
    expect(
      catalog.services.flatMap(({ dependencies }) => dependencies).filter((one) => !slugs.has(one)),
    ).toEqual([])
  })
})

describe('a larger organization', () => {
  const large = createOrganization({ now, serviceCount: 1000 })

  test('has the services asked for, each with a valid name of its own', async () => {
    const { services, slos } = await large.catalog()
    expect(services).toHaveLength(1000)
    expect(new Set(slos.map(({ id }) => id)).size).toBe(slos.length)
    expect(slos.filter((slo) => !sloSchema.safeParse(slo).success)).toEqual([])
    const slugs = new Set(services.map(({ slug }) => slug))
    expect(services.flatMap(({ dependencies }) => dependencies).filter((one) => !slugs.has(one))).toEqual([])
  })

  test('repeats the measurements of the first 24 services, and says whose', async () => {
    const replica = { sloId: 'ledger-017.availability.post-entries', deployment: 'prod-us' }
    const origin = { sloId: 'ledger.availability.post-entries', deployment: 'prod-us' }
    const nowHour = await large.buckets.nowHour()
    expect(large.sameMeasurementsAs?.(replica)).toEqual(origin)
    expect(large.sameMeasurementsAs?.(origin)).toEqual(origin)
    expect(await large.buckets.read(replica, nowHour - 500, nowHour)).toEqual(
      await organization.buckets.read(origin, nowHour - 500, nowHour),
    )
  })

  test('knows no replica beyond its size', async () => {
    const beyond = { sloId: 'ledger-999.availability.post-entries', deployment: 'prod-us' }
    expect((await large.buckets.read(beyond, 0, Number.MAX_SAFE_INTEGER)).hour).toHaveLength(0)
    await expect(large.buckets.lifetime(beyond)).rejects.toThrow('ledger-999')
  })
})
