import { createRouter, createWebHashHistory } from 'vue-router'
import LiveView from './views/LiveView.vue'
import RecentView from './views/RecentView.vue'
import SourcesView from './views/SourcesView.vue'
import TopView from './views/TopView.vue'

export const views = ['live', 'recent', 'top', 'sources'] as const
export type View = (typeof views)[number]

/** Views live behind the hash: the plain paths belong to the server's interface. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/', redirect: { name: 'live' } },
    { path: '/live', name: 'live', component: LiveView },
    { path: '/recent', name: 'recent', component: RecentView },
    { path: '/top', name: 'top', component: TopView },
    { path: '/sources', name: 'sources', component: SourcesView },
    { path: '/:elsewhere(.*)*', redirect: { name: 'live' } },
  ],
})
