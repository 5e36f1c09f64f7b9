import { expect, test } from 'vitest'

import type { Build as BuildOnWire } from '../../src/contract/builds.ts'
import {
  buildSamples,
  deploymentSamples,
  type DeliveryComponent,
  type Sample,
} from '../../src/domain/delivery.ts'
import { deliveryFigure } from '../../src/domain/delivery-figures.ts'
import { createOrganization } from './organization.ts'
import { NOW } from './testing/world.ts'

const HOUR_MS = 3_600_000
const nowHour = Math.floor(NOW / HOUR_MS)
const { builds, releases, catalog } = createOrganization({ now: () => NOW })
const teamOf = new Map((await catalog()).services.map(({ slug, team }) => [slug, team]))
/** What a page shows by itself: twelve weeks. */
const span = { fromHour: nowHour - 12 * 168, toHour: nowHour + 1 }

const inProduction = (await releases.list(span)).filter(({ deployment }) => deployment !== 'staging')
const deployed = deploymentSamples(
  inProduction.map((release) => ({
    id: release.id,
    service: release.service,
    environment: release.deployment,
    atMs: Date.parse(release.at),
    result: release.result,
    committedMs: Date.parse(release.committedAt ?? ''),
    recoveredMs: release.recoveredAt === null ? null : Date.parse(release.recoveredAt),
  })),
)
const built = buildSamples((await builds.list(span)).map(asBuild))

function asBuild({ startedAt, endedAt, commits, ...build }: BuildOnWire) {
  return {
    ...build,
    startedMs: Date.parse(startedAt),
    endedMs: endedAt === null ? null : Date.parse(endedAt),
    commits: commits.map(({ id, mergedAt }) => ({ id, authoredMs: null, mergedMs: Date.parse(mergedAt) })),
  }
}

function figureOf(samples: readonly Sample[], component: DeliveryComponent, team: string) {
  const own = samples.filter((one) => one.component === component && teamOf.get(one.service) === team)
  return deliveryFigure(
    component,
    own.map(({ value }) => value),
  )
}

test('failed deployments of Payments recover in two hours on average, those of others in half of one', () => {
  const { mean, count } = figureOf(deployed, 'deployment-recovery', 'payments')
  expect(count).toBeGreaterThan(15)
  expect(mean).toBeGreaterThan(110)
  expect(mean).toBeLessThan(135)
  expect(figureOf(deployed, 'deployment-recovery', 'booking').value).toBeLessThan(45)
})

test('the mainline of Fleet builds for about an hour, that of others for about ten minutes', () => {
  expect(figureOf(built, 'build-lead-time', 'fleet').value).toBeGreaterThan(55)
  expect(figureOf(built, 'build-lead-time', 'booking').value).toBeLessThan(20)
})

test('Identity deploys every day, Messaging every few weeks and much at once', () => {
  const commitsOf = (team: string) =>
    inProduction.filter(({ service }) => teamOf.get(service) === team).map(({ commits }) => commits ?? 0)
  expect(figureOf(deployed, 'deployment-interval', 'identity').value).toBeLessThan(28 * 60)
  expect(figureOf(deployed, 'deployment-interval', 'messaging').value).toBeGreaterThan(14 * 24 * 60)
  expect(Math.min(...commitsOf('messaging'))).toBeGreaterThan(Math.max(...commitsOf('identity')))
})

test('a part of the time holds the same builds as the whole, and none is known before it ended', async () => {
  const whole = await builds.list(span)
  const part = { fromHour: span.fromHour + 500, toHour: nowHour - 300 }
  const isInside = ({ startedAt }: BuildOnWire) =>
    Date.parse(startedAt) >= part.fromHour * HOUR_MS && Date.parse(startedAt) < part.toHour * HOUR_MS
  expect(await builds.list(part)).toEqual(whole.filter(isInside))
  expect(new Set(whole.map(({ id }) => id)).size).toBe(whole.length)
  const [some] = whole.filter(({ startedAt }) => Date.parse(startedAt) < NOW - 48 * HOUR_MS)
  const during = Date.parse(some?.startedAt ?? '') + 60_000
  const then = createOrganization({ now: () => during })
  const seen = await then.builds.list({ fromHour: span.fromHour, toHour: nowHour })
  expect(seen.find(({ id }) => id === some?.id)).toMatchObject({ endedAt: null, result: null })
  for (const { endedAt, result } of seen) expect(endedAt === null).toBe(result === null)
})
