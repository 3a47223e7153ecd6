export { ApiRequests, type CompletedRequest } from './api-requests.ts'
