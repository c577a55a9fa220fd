import type { Provider } from '@nestjs/common';

/** Invitations, personal links, and the answers of employees. */
export const invitationParts: Provider[] = [];
