import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { AnalyzedNewsArticle } from '@/api/types'
import { supersedes } from '@/feed/revision'

/** The article under the cursor, and whether the reader has opened it. It outlives its row. */
export const useSelection = defineStore('selection', () => {
  const article = shallowRef<AnalyzedNewsArticle | null>(null)
  const opened = ref(false)

  return {
    article,
    opened,
    id: computed(() => article.value?.id ?? null),
    select(chosen: AnalyzedNewsArticle) {
      article.value = chosen
    },
    open(chosen: AnalyzedNewsArticle) {
      article.value = chosen
      opened.value = true
    },
    /** Goes back to the list, keeping the place in it. */
    close() {
      opened.value = false
    },
    clear() {
      article.value = null
      opened.value = false
    },
    /** Takes over a higher revision of the selected article from a list that has it. */
    follow(articles: readonly AnalyzedNewsArticle[]) {
      const known = article.value
      const current = known === null ? undefined : articles.find(({ id }) => id === known.id)
      if (known !== null && current !== undefined && supersedes(current, known)) article.value = current
    },
  }
})
