export function SlosByServicePage() {
  return null
}
