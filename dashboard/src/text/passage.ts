import type { ArticleField, Entity } from '@/api/types'

/** A stretch of text, and the type of the entity it mentions if it mentions one. */
export interface Passage {
  readonly text: string
  readonly entity: string | null
}

/** Cuts a field at the entity mentions in it. Where mentions overlap the first one counts. */
export function passages(text: string, field: ArticleField, entities: readonly Entity[]): Passage[] {
  const mentions = entities
    .flatMap((entity) => entity.mentions.map((mention) => ({ ...mention, type: entity.type })))
    .filter((mention) => mention.field === field && mention.end <= text.length)
    .sort((a, b) => a.start - b.start)
  const result: Passage[] = []
  let end = 0
  for (const mention of mentions) {
    if (mention.start < end) continue
    if (mention.start > end) result.push({ text: text.slice(end, mention.start), entity: null })
    result.push({ text: text.slice(mention.start, mention.end), entity: mention.type })
    end = mention.end
  }
  if (end < text.length) result.push({ text: text.slice(end), entity: null })
  return result
}
