export { createBanner, dismissBanner, showBanners } from './banner.ts'
