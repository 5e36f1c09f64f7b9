import {
  Composer,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  Parser,
  visit,
  type CST,
  type Document,
  type Node,
} from 'yaml'

import { SourceDocument } from './source-document.ts'
import type { Mistake, Place, Rule } from './mistake.ts'

/** Some 10,000 SLOs. What is larger is a mistake or an attack, and would keep the reader busy for many seconds. */
const MOST_CHARACTERS = 8_000_000
const MOST_DOCUMENTS = 20_000
/** Open collections while reading; no known format comes near. */
const DEEPEST = 100
/** Values that aliases multiply one document into. */
const MOST_ALIASED_VALUES = 10_000

export type ReadFile = Readonly<{ documents: readonly SourceDocument[]; mistakes: readonly Mistake[] }>

/** Every document that can be read; what cannot be read is a mistake and leaves its neighbours alone. */
export function readYaml(file: string, text: string): ReadFile {
  const refuse = (rule: Rule, line: number, problem: string, hint?: string): ReadFile => ({
    documents: [],
    mistakes: [refusal({ file, line, column: 1 }, rule, problem, hint)],
  })
  if (text.length > MOST_CHARACTERS) {
    return refuse(
      'too-large',
      1,
      `is ${text.length} characters long; a file may have ${MOST_CHARACTERS}`,
      'Split it into several files of one folder.',
    )
  }
  if ((text.match(/^---/gm)?.length ?? 0) > MOST_DOCUMENTS) {
    return refuse('too-large', 1, `has more than ${MOST_DOCUMENTS} documents`, 'Split it into several files.')
  }
  const lines = new LineCounter()
  const tokens = tokensOf(text, lines)
  if (tokens === 'too-deep') {
    const hint = `No format read here nests more than ${DEEPEST / 2} levels.`
    return refuse('too-large', lines.linePos(text.length).line, 'is nested too deeply to be read', hint)
  }
  return readTokens(file, tokens, lines, text.length)
}

/** The parser keeps its own stack, so that depth can be watched before anything recurses over the result. */
function tokensOf(text: string, lines: LineCounter): readonly CST.Token[] | 'too-deep' {
  const parser = new Parser(lines.addNewLine)
  const tokens: CST.Token[] = []
  lines.addNewLine(0)
  for (const lexeme of new Lexer().lex(text)) {
    tokens.push(...parser.next(lexeme))
    if (parser.stack.length > DEEPEST) return 'too-deep'
  }
  return [...tokens, ...parser.end()]
}

function readTokens(
  file: string,
  tokens: readonly CST.Token[],
  lines: LineCounter,
  length: number,
): ReadFile {
  // Keys are compared pair by pair otherwise, which takes minutes for one wide mapping.
  const composer = new Composer({ uniqueKeys: false, stringKeys: true, merge: true, lineCounter: lines })
  const documents: SourceDocument[] = []
  const mistakes: Mistake[] = []
  for (const document of composer.compose(tokens, true, length)) {
    const placeAt = (offset: number): Place => {
      const { line, col } = lines.linePos(offset)
      return { file, line, column: col }
    }
    const found = [...syntaxMistakes(document, placeAt), ...structureMistakes(document, placeAt)]
    mistakes.push(...found)
    if (found.length > 0 || isEmpty(document)) continue
    try {
      documents.push(new SourceDocument(document, placeAt))
    } catch (error) {
      // Some rules of YAML are checked only when values are made, such as what may be merged with <<.
      const message = error instanceof Error ? error.message : String(error)
      mistakes.push(refusal(placeAt(document.range[0]), 'syntax', `is no YAML: ${message}`))
    }
  }
  return { documents, mistakes }
}

/** Nothing between two dashed lines, or a comment only. */
function isEmpty({ contents }: Document): boolean {
  return contents === null || (isScalar(contents) && contents.value === null)
}

function syntaxMistakes(document: Document, placeAt: (offset: number) => Place): readonly Mistake[] {
  // The first slip makes a jumble of everything after it in the document.
  return document.errors
    .slice(0, 1)
    .map(({ pos, message }) =>
      refusal(placeAt(pos[0]), 'syntax', `is no YAML: ${message}`, syntaxHint(message)),
    )
}

function syntaxHint(message: string): string | undefined {
  if (/tab/i.test(message)) return 'Indent with spaces.'
  if (/Nested mappings|implicit keys?|plain value cannot/i.test(message))
    return 'Put a text with a colon, a brace or a quotation mark in it into single quotes, or write it after |.'
  return undefined
}

function structureMistakes(document: Document, placeAt: (offset: number) => Place): readonly Mistake[] {
  const mistakes: Mistake[] = []
  let aliasedValues = 0
  visit(document, {
    Scalar(_, scalar) {
      const { value } = scalar
      if (typeof value !== 'string' || (value.isWellFormed() && !value.includes('\0'))) return
      const problem = 'has U+0000 or half a character in it, which no database keeps'
      mistakes.push(refusal(placeAt(startOf(scalar)), 'wrong-value', problem, 'Take it out.'))
    },
    Map(_, map) {
      const seen = new Set<string>()
      for (const { key } of map.items) {
        if (!isScalar(key)) continue
        const name = String(key.value)
        if (seen.has(name) && name !== '<<') {
          const hint = 'Only one of the two can hold; take the other out.'
          mistakes.push(refusal(placeAt(startOf(key)), 'syntax', `${name} stands here a second time`, hint))
        }
        seen.add(name)
      }
    },
    Alias(_, alias, ancestors) {
      const target = alias.resolve(document)
      if (target === undefined) {
        const problem = `*${alias.source} repeats a value that is named nowhere before it`
        const hint = 'A text that begins with * stands in quotes.'
        mistakes.push(refusal(placeAt(startOf(alias)), 'syntax', problem, hint))
        return undefined
      }
      if (ancestors.some((ancestor) => ancestor === target)) {
        mistakes.push(refusal(placeAt(startOf(alias)), 'syntax', `*${alias.source} stands inside itself`))
        return visit.BREAK
      }
      aliasedValues += valuesIn(target, document, MOST_ALIASED_VALUES - aliasedValues)
      if (aliasedValues >= MOST_ALIASED_VALUES) {
        const problem = `*${alias.source} makes the document larger than ${MOST_ALIASED_VALUES} repeated values`
        mistakes.push(
          refusal(
            placeAt(startOf(alias)),
            'too-large',
            problem,
            'Write the repeated part out where it is needed.',
          ),
        )
        return visit.BREAK
      }
      return undefined
    },
  })
  return mistakes
}

/** How many values a node stands for with its aliases written out, counted no further than needed. */
function valuesIn(node: Node, document: Document, most: number): number {
  const waiting: unknown[] = [node]
  let count = 0
  while (waiting.length > 0 && count < most) {
    const next = waiting.pop()
    count += 1
    if (isAlias(next)) waiting.push(next.resolve(document))
    else if (isMap(next)) for (const { value } of next.items) waiting.push(value)
    else if (isSeq(next)) for (const item of next.items) waiting.push(item)
  }
  return count
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0
}

function refusal(place: Place, rule: Rule, problem: string, hint?: string): Mistake {
  return { rule, severity: 'error', place, field: '', value: undefined, problem, hint }
}
