import addUsers from './addUsers.json';
import common from './common.json';
import join from './join.json';
import problems from './problems.json';
import session from './session.json';
import signUp from './signUp.json';
import users from './users.json';

/** Every text of the console in English; another language is a folder with the same files. */
export const en = { ...common, ...session, problems, signUp, users, addUsers, join };
