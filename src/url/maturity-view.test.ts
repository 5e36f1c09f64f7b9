import fc from 'fast-check'
import { expect, it } from 'vitest'

import { parseSearch, stringifySearch } from './codec.ts'
import { maturityViewCodec, type MaturityView } from './maturity-view.ts'

const name = fc.option(fc.stringMatching(/^[a-z0-9]{1,6}(?:[.-][a-z0-9]{1,6}){0,3}$/))
const view: fc.Arbitrary<MaturityView> = fc.record({
  team: name,
  before: name,
  now: name,
  changedOnly: fc.boolean(),
  assess: name,
  aspect: name,
})

it('a view comes back as it was sent', () => {
  fc.assert(
    fc.property(view, (sent) => {
      const address = stringifySearch(maturityViewCodec.format(sent))
      expect(maturityViewCodec.parse(parseSearch(address))).toEqual(sent)
    }),
  )
})

it('garbage is the view that the page chooses by itself', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom('team', 'now', 'changed', 'x'), fc.constant('!')), (params) => {
      expect(maturityViewCodec.format(maturityViewCodec.parse(params))).toEqual({})
    }),
  )
})
