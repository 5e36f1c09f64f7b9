import type { WebhookRule, WebhookSender } from '../../settings/webhooks-settings.ts'
import { slugFrom } from '../../../src/domain/slug.ts'
import { plainLine } from '../plain-line.ts'
import { instantOf } from './instant-of.ts'
import { fillTemplate, parseTemplate, textAt, type WebhookEvent } from './template.ts'

/** What a rule made of an event; fields that the event does not have are not there. */
export type ToldRecord = Readonly<{
  into: WebhookRule['into']
  fields: Readonly<Record<string, unknown>>
  clears: WebhookRule['clears']
}>

const nameFields: readonly string[] = ['service', 'services', 'deployment', 'deployments']
const listFields: readonly string[] = ['services', 'deployments']

/** Of the first rule that holds; null where none does. */
export function toldRecord({ rules, names }: WebhookSender, event: WebhookEvent): ToldRecord | null {
  const rule = rules.find(({ when }) => holds(when, event))
  if (rule === undefined) return null
  const fields = Object.entries(rule.fields).flatMap(([field, template]) => {
    const value = fieldValue(field, template, names[field] ?? {}, event)
    return value === null ? [] : [[field, value] as const]
  })
  return { into: rule.into, fields: Object.fromEntries(fields), clears: rule.clears }
}

function holds(when: WebhookRule['when'], event: WebhookEvent): boolean {
  return Object.entries(when).every(([path, values]) => {
    const text = textAt(path, event)
    return text !== null && [values].flat().includes(text)
  })
}

type Words = Readonly<Record<string, string | number>>

function fieldValue(
  field: string,
  template: string | readonly string[],
  words: Words,
  event: WebhookEvent,
): unknown {
  const texts = [template].flat().flatMap((each) => {
    const text = fillTemplate(parseTemplate(each), event)
    return text === null ? [] : [text]
  })
  const values = texts.map((text) => told(field, text, words))
  if (listFields.includes(field)) return values.length === 0 ? null : [...new Set(values)]
  return values[0] ?? null
}

/** As the sender says it, in our words where somebody set them. */
function told(field: string, text: string, words: Words): unknown {
  const word = Object.hasOwn(words, text) ? words[text] : undefined
  if (word !== undefined) return word
  if (nameFields.includes(field)) return slugFrom(text) || text
  if (field === 'at' || field.endsWith('At')) return instantOf(text) ?? text
  if (field === 'title') return plainLine(text, MOST_TITLE_CHARACTERS)
  return field === 'priority' && /^\d$/.test(text) ? Number(text) : text
}

const MOST_TITLE_CHARACTERS = 500
