import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const source = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/**
 * axe, as it is, with two of its habits made cheap; what it finds is the same. They were half of the time that all
 * pages took. It is compiled for browsers without private fields: each field of each colour is an entry in a weak
 * map, where a property does. And it reads the same dozen colours out of their words for every element anew.
 */
export const quickAxe = `(() => {
  class PropertyMap {
    property = Symbol()
    has(owner) { return Object.hasOwn(owner, this.property) }
    get(owner) { return owner[this.property] }
    set(owner, value) { owner[this.property] = value; return this }
    add(owner) { return this.set(owner, true) }
    delete(owner) { return delete owner[this.property] }
  }
  const WeakMap = PropertyMap
  const WeakSet = PropertyMap
  ${source}
  const { prototype } = axe.commons.color.Color
  const { parseString } = prototype
  const known = new Map()
  prototype.parseString = function (words) {
    const parts = known.get(words)
    if (parts) return Object.assign(this, parts)
    parseString.call(this, words)
    const { r, g, b, alpha } = this
    known.set(words, { r, g, b, alpha })
    return this
  }
})()`
