import * as z from 'zod';

// The content policy forbids making code from text. zod must know before the first schema is built, or it tries, and the
// browser reports it; so this file is imported before any other.
z.config({ jitless: true });
