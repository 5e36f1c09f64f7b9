import { expect, it } from 'vitest'

import { nearestPlaces } from './nearest-places.ts'

const places = ['organization', 'on-call', 'slos-by-service', 'catalog'] as const

it.each([
  ['/oncall', 'on-call'],
  ['/organisation', 'organization'],
  ['/indicators/slo-by-services', 'slos-by-service'],
  ['/katalog', 'catalog'],
])('%s leads to %s first', (path, place) => {
  expect(nearestPlaces(path, places)[0]).toBe(place)
})

it('leaves no place out', () => {
  expect(nearestPlaces('/', places).toSorted()).toEqual(places.toSorted())
})
