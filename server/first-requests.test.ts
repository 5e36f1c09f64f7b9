import { describe, expect, it } from 'vitest'

import { firstRequestLinks } from './first-requests.ts'

const links = firstRequestLinks(
  JSON.stringify({
    shellAsks: ['/api/organization'],
    starts: [
      { path: '/list', scripts: ['/assets/list-1.js'], asks: ['/api/things?limit=60'] },
      { path: '/thing/$team/$thing', scripts: ['/assets/thing-2.js'], asks: ['/api/things/$thing/of/$team'] },
    ],
  }),
)
const at = (address: string) => links(new URL(address, 'http://host'))
const asked = (address: string) => `<${address}>; rel=preload; as=fetch; crossorigin=anonymous`

describe('what a browser is told to fetch with the page', () => {
  it('is the code of the page at this address, and its first answers', () => {
    expect(at('/list')).toBe(
      `</assets/list-1.js>; rel=modulepreload, ${asked('/api/organization')}, ${asked('/api/things?limit=60')}`,
    )
  })

  it('is filled from the address', () => {
    expect(at('/thing/payments/ledger.api')).toContain(asked('/api/things/ledger.api/of/payments'))
  })

  it('leaves out the answer where a query string asks for another', () => {
    expect(at('/list?team=payments')).toBe(
      `</assets/list-1.js>; rel=modulepreload, ${asked('/api/organization')}`,
    )
  })

  it('is what every page needs where there is no such page', () => {
    expect(at('/list/nothing')).toBe(asked('/api/organization'))
  })

  it('never carries into a header what is no name', () => {
    for (const segment of ['%0d%0aset-cookie:a=b', 'a>;b', '..', 'a%20b', '']) {
      expect(at(`/thing/payments/${segment}`)).toBe(asked('/api/organization'))
    }
  })
})
