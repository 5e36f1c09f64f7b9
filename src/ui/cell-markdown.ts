import { ABSENT_MARK } from './absent.tsx'
import { escapeMarkdown, markdownLink } from './markdown.ts'

/** What a cell says, with its links; a drawing by its name, what is absent as the dash that stands there. */
export function cellMarkdown(cell: Element): string {
  return contentOf(cell).replaceAll(/ +/g, ' ').trim()
}

function contentOf(element: Element): string {
  return [...element.childNodes].map(nodeMarkdown).join('')
}

function nodeMarkdown(node: Node): string {
  if (node instanceof Text) return escapeMarkdown(node.data)
  if (!(node instanceof Element)) return ''
  const spoken = spokenOf(node)
  // What stands beside each other by layout alone would run together as text.
  return getComputedStyle(node).display.startsWith('inline') ? spoken : ` ${spoken} `
}

function spokenOf(element: Element): string {
  if (element.hasAttribute(ABSENT_MARK)) return '–'
  if (element.ariaHidden === 'true') return ''
  if (element instanceof HTMLAnchorElement) {
    return markdownLink(escapeMarkdown(element.ariaLabel ?? '') || contentOf(element).trim(), element.href)
  }
  if (element.ariaLabel !== null) return escapeMarkdown(element.ariaLabel)
  return element instanceof SVGElement ? '' : contentOf(element)
}
