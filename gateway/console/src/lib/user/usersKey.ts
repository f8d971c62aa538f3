/** The key under which every list of users lies: a change of a user makes all of them old. */
export const usersKey = ['users'] as const;
