import { didYouMean } from '../../closest-names.ts'
import type { Reference } from './declarations.ts'
import { slugFrom } from '../../../src/domain/slug.ts'

type Named = Readonly<{ name: Reference }>

/** Objects of one kind by what they are called in addresses; the first of a name holds. */
export class NameRegistry<Declared extends Named> {
  readonly bySlug = new Map<string, Declared>()
  readonly #kind: string
  readonly #broken: ReadonlySet<string>

  constructor(
    kind: string,
    declarations: readonly Declared[],
    broken: ReadonlySet<string>,
    standsInAddresses: 'in addresses' | 'only here' = 'in addresses',
  ) {
    this.#kind = kind
    this.#broken = broken
    for (const declaration of declarations) {
      const slug =
        standsInAddresses === 'only here' ? slugFrom(declaration.name.name) : slugOf(declaration.name)
      if (slug === null || slug === '') continue
      const first = this.bySlug.get(slug)
      if (first) noteDuplicate(declaration.name, first.name, `${kind} ${slug}`)
      else this.bySlug.set(slug, declaration)
    }
  }

  /** The slug of what is referred to, or null with a mistake where nothing of that name is there. */
  resolve(reference: Reference): string | null {
    const slug = slugFrom(reference.name)
    if (this.bySlug.has(slug)) return slug
    const { document, path, name } = reference
    const problem = this.isBroken(slug)
      ? `names ${this.#kind === 'SLI' ? 'an' : 'a'} ${this.#kind} that has mistakes of its own`
      : `names no ${this.#kind} of these files: ${name}`
    document.error({ rule: 'unresolved-reference', path, problem, hint: this.#hint(slug) })
    return null
  }

  /** Declared, but in a document that could not be used. */
  isBroken(slug: string): boolean {
    return this.#broken.has(`${this.#kind} ${slug}`)
  }

  #hint(slug: string): string | undefined {
    if (this.isBroken(slug)) return 'Mend that one first.'
    if (this.bySlug.size > 0) return didYouMean(slug, this.bySlug.keys())
    return `There is no ${this.#kind} in these files at all; write one or leave the field out.`
  }
}

export function noteDuplicate(second: Reference, first: Reference, what: string): void {
  const { file, line } = first.document.placeOf(first.path)
  second.document.error({
    rule: 'duplicate-name',
    path: second.path,
    problem: `is taken: ${what} stands already at ${file}:${line}`,
    hint: 'Rename or delete one of the two.',
  })
}

/** What a name is called in addresses, with a word about it where that differs; null where nothing is left of it. */
export function slugOf({ document, path, name }: Reference): string | null {
  const slug = slugFrom(name)
  if (slug === '') {
    document.error({
      rule: 'no-slug',
      path,
      problem: 'it must have a letter or a digit from a to z or 0 to 9 in it',
    })
    return null
  }
  if (slug !== name) {
    document.warn({
      rule: 'no-slug',
      path,
      problem: `is called ${slug} in addresses`,
      hint: 'Names of lower-case letters, digits and single hyphens stay as they are; displayName takes any text.',
    })
  }
  return slug
}
