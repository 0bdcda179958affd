import type { AnalyzedNewsArticle } from '@/api/types'

/** What a row says an article is about. */
export interface Labels {
  readonly topics: readonly string[]
  readonly entities: readonly string[]
  readonly keywords: readonly string[]
}

/** The first few of each, without keywords that only repeat an entity. */
export function labelsOf({ analysis }: Pick<AnalyzedNewsArticle, 'analysis'>): Labels {
  const entities = [...new Set(analysis.entities.map(({ text }) => text))].slice(0, 3)
  const said = new Set(entities.map((text) => text.toLowerCase()))
  return {
    topics: analysis.topics.slice(0, 2),
    entities,
    keywords: analysis.keywords.filter((keyword) => !said.has(keyword.toLowerCase())).slice(0, 4),
  }
}

const importantFrom = 0.6

/** Whether the headline is set in the heavier weight. */
export function isImportant({ analysis }: Pick<AnalyzedNewsArticle, 'analysis'>): boolean {
  return analysis.importance_score >= importantFrom
}
