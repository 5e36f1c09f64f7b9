import { usePresent } from '../../api/present.ts'
import { ShareChoices } from '../../ui/share-choices.tsx'
import { useShareLinks } from '../../url/use-share-links.ts'

export function CopyChoices() {
  return <ShareChoices {...useShareLinks(usePresent())} />
}
