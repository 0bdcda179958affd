import type { AnalyzedNewsArticle } from '@/api/types'

type Text = Pick<AnalyzedNewsArticle, 'description' | 'content'>

/** The description, unless it only repeats how the content begins, as many feeds have it. */
export function leadOf({ description, content }: Text): string | null {
  if (description === null) return null
  const opening = description.replace(/\s*(?:…|\.{3})$/, '')
  return content !== null && content.startsWith(opening) ? null : description
}
