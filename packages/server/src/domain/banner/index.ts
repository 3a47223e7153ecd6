export { clickBanner, dismissBanner, showBanners } from './banner.ts'
export {
  changeBanner,
  createBanner,
  deleteBanner,
  findBanner,
  listBanners,
  makeBanner,
  startBanner,
  stopBanner,
} from './manage.ts'
