import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { parseSearch, stringifySearch, type UrlCodec } from '../codec.ts'

/** What holds for every codec of an address. */
export function lawsOf<View extends object>(name: string, codec: UrlCodec<View>, view: fc.Arbitrary<View>) {
  describe(name, () => {
    it('survives the trip through the address bar', () => {
      fc.assert(
        fc.property(view, (original) => {
          expect(codec.parse(parseSearch(stringifySearch(codec.format(original))))).toEqual(original)
        }),
      )
    })

    it('reads any query string at all as a view that has a canonical link', () => {
      fc.assert(
        fc.property(fc.dictionary(fc.string(), fc.string()), fc.string(), (params, garbage) => {
          for (const read of [codec.parse(params), codec.parse(parseSearch(garbage))]) {
            expect(codec.parse(codec.format(read))).toEqual(read)
          }
        }),
      )
    })

    it('leaves defaults out of the link', () => {
      expect(codec.format(codec.parse({}))).toEqual({})
    })
  })
}
