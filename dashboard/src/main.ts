import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { createTranslations } from './i18n'
import { router } from './router'
import { usePreferences } from './stores/preferences'
import './styles/index.css'

const app = createApp(App)
app.use(createPinia())
app.use(createTranslations(usePreferences().locale))
app.use(router)
app.mount('#app')
