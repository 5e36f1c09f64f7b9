import { VisuallyHidden } from './visually-hidden.tsx'

export function NewTab() {
  return <VisuallyHidden> (opens in a new tab)</VisuallyHidden>
}
