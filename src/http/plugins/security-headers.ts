import helmet from '@fastify/helmet'
import type { Api, HttpSettings } from '../parts.ts'

/** The console needs nothing from outside; a page that could load nothing else can leak nothing. */
export const addSecurityHeaders = async (app: Api, settings: HttpSettings): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
      },
    },
    strictTransportSecurity: settings.secureCookies ? { maxAge: 31_536_000 } : false,
    // 'no-referrer' would make browsers send `Origin: null` with the form of an alert's link.
    referrerPolicy: { policy: 'same-origin' },
    // Plain http on a LAN is no secure context: the header would only be a warning in its console.
    crossOriginOpenerPolicy: settings.secureCookies,
    originAgentCluster: settings.secureCookies,
  })
}
