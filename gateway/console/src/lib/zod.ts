import { config } from 'zod';

// The CSP forbids eval; without this zod would try `new Function` once and the browser would report a violation.
config({ jitless: true });

export { z } from 'zod';
